import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * A log group under our key, kept for 13 months and when its stack goes; but not when the deployment that makes it is
 * rolled back, because one with a fixed name would then stand in the way of every later deployment.
 */
export const keptLog = (scope: Construct, id: string, key: IKey, logGroupName?: string): LogGroup =>
  new LogGroup(scope, id, {
    retention: RetentionDays.THIRTEEN_MONTHS,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    ...(logGroupName === undefined ? {} : { logGroupName }),
  });
