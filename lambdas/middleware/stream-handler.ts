import middy from '@middy/core';
import type { DynamoDBBatchItemFailure, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { FunctionClock } from './function-clock.ts';
import { describe, log } from './log.ts';
import { isTransient } from './transient.ts';

/**
 * The stack of a stream consumer: every record is tried, in order, and each that fails for a while is reported. Lambda delivers
 * the first of those and all after it again, and gives all of them up together when it is out of tries: so none may have
 * waited untried behind another, and a record that was done must bear to come again. One that fails for good is logged and
 * left pending.
 */
export function streamHandler(clock: FunctionClock, handle: (record: DynamoDBRecord) => Promise<void>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error>({ timeoutEarlyInMillis: 0 })
    .before(clock.refresh)
    .handler(async (event) => {
      const batchItemFailures: DynamoDBBatchItemFailure[] = [];
      for (const record of event.Records) {
        try {
          await handle(record);
        } catch (error) {
          const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
          const again = isTransient(error);
          log('error', 'stream record failed', { sequenceNumber: itemIdentifier, again, ...describe(error) });
          // What only a person can mend is not worth repeating all behind it; it stays pending for the sweep.
          if (again) batchItemFailures.push({ itemIdentifier });
        }
      }
      return { batchItemFailures };
    });
}
