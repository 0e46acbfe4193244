import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Config } from '../config.ts';
import type { JourneyFunctionProps } from '../constructs/journey-function.ts';
import type { KeyedBucket, KeyedTable } from './access.ts';

/** What the functions are made from. */
export interface FunctionContext {
  readonly config: Config;
  readonly bundled: boolean;
  readonly journeys: KeyedTable;
  readonly identities: KeyedTable;
  readonly referralKey: Secret;
  readonly identityKey: Secret;
  readonly pinKey: IKey;
  readonly webhookSecret: Secret;
  readonly oidcSecret: Secret | undefined;
  readonly failedRecords: Bucket;
  readonly attachments: KeyedBucket;
  readonly mirrors: KeyedBucket;
  readonly deadLetters: IQueue;
  readonly operationsKey: JourneyFunctionProps['logsKey'];
}

/** Environment of every function. */
export const commonEnvironment = ({ config, journeys }: FunctionContext): Readonly<Record<string, string>> => ({
  RELEASE_VERSION: config.release.version,
  RELEASE_COMMIT: config.release.commit,
  JOURNEYS_TABLE: journeys.table.tableName,
  ...(config.clockOffset ? { CLOCK_OFFSET: 'journeys-table' } : {}),
});

/** Spread into every function's props. */
export const commonProps = (context: FunctionContext) => ({
  logsKey: context.operationsKey,
  bundled: context.bundled,
});

export const mirrorsJson = ({ config }: FunctionContext): string => JSON.stringify(config.mirrors);

export const sitesJson = ({ config }: FunctionContext): string => JSON.stringify(config.sites);
