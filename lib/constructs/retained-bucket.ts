import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { pin } from './pin.ts';

const common = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} as const satisfies BucketProps;

export const accessLogBucket = (scope: Construct): Bucket =>
  pin(new Bucket(scope, 'AccessLogs', { ...common, encryption: BucketEncryption.S3_MANAGED }), 'AccessLogs');

/** A bucket that is kept, encrypted with the given key, closed to the public, and whose every access is logged. */
export const retainedBucket = (
  scope: Construct,
  logicalId: string,
  { key, accessLogs, ...props }: BucketProps & { readonly key: IKey; readonly accessLogs: Bucket },
): Bucket =>
  pin(
    new Bucket(scope, logicalId, {
      ...common,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${logicalId}/`,
      ...props,
    }),
    logicalId,
  );
