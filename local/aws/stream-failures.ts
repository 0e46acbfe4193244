import { randomUUID } from 'node:crypto';
import type { FunctionModel, Model, StreamMappingModel } from '../template/model.ts';
import type { Iam } from './iam.ts';
import { putObject } from './s3.ts';
import type { Store } from './store.ts';
import type { StreamRecord } from './stream-source.ts';

/** Writes what a stream mapping gave up to its bucket, with the whole records, as Lambda does. */
export function keepFailedRecords(
  mapping: StreamMappingModel,
  fn: FunctionModel,
  records: readonly StreamRecord[],
  attempts: number,
  { model, iam, store, nowMs }: { model: Model; iam: Iam; store: Store; nowMs: number },
): void {
  const bucket = model.buckets.find(({ arn }) => arn === mapping.failureBucketArn);
  if (bucket === undefined) return;
  const time = new Date(nowMs).toISOString();
  const key = `aws/lambda/${mapping.logicalId}/${time.slice(0, 10).replaceAll('-', '/')}/${time.slice(0, 19).replaceAll(':', '.')}-${randomUUID()}`;
  const principal = { kind: 'role', roleArn: fn.roleArn, session: fn.logicalId } as const;
  iam.authorize(principal, 's3:ListBucket', bucket.arn);
  iam.authorize(principal, 's3:PutObject', `${bucket.arn}/${key}`);
  const body = {
    requestContext: {
      requestId: randomUUID(),
      functionArn: fn.arn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: time,
    DDBStreamBatchInfo: {
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      batchSize: records.length,
      streamArn: mapping.streamArn,
    },
    payload: JSON.stringify({ Records: records }),
  };
  putObject(store, bucket.name, key, Buffer.from(JSON.stringify(body)));
}
