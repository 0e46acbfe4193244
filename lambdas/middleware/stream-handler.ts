import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionClock } from './function-clock.ts';
import { describe, log } from './log.ts';

/**
 * The stack of a stream consumer: records are done in order, and the first that fails is reported, so that it and all
 * after it come again. Records before it are not repeated.
 */
export function streamHandler(clock: FunctionClock, handle: (record: DynamoDBRecord) => Promise<void>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error>({ timeoutEarlyInMillis: 0 })
    .before(clock.refresh)
    .handler(async (event) => {
      for (const record of event.Records) {
        try {
          await handle(record);
        } catch (error) {
          const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
          log('error', 'stream record failed', { sequenceNumber: itemIdentifier, ...describe(error) });
          return { batchItemFailures: [{ itemIdentifier }] };
        }
      }
      return { batchItemFailures: [] };
    });
}
