import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionClock } from './function-clock.ts';
import { describe, log } from './log.ts';
import { isTransient } from './transient.ts';

/**
 * The stack of a stream consumer: records are done in order. The first that fails for a while is reported, so that it and
 * all after it come again; one that fails for good is logged and left pending. Records before it are not repeated.
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
          const again = isTransient(error);
          log('error', 'stream record failed', { sequenceNumber: itemIdentifier, again, ...describe(error) });
          // What only a person can mend must not keep back the answers and mails behind it; it stays pending for the sweep.
          if (again) return { batchItemFailures: [{ itemIdentifier }] };
        }
      }
      return { batchItemFailures: [] };
    });
}
