import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Instant, plusMilliseconds } from '../domain/time.ts';
import { calling } from './aws-errors.ts';
import { readItem, toKey } from './items.ts';
import { clockOffsetKey } from './table-keys.ts';

const shape = z.strictObject({ milliseconds: z.number() });

export interface OffsetClock {
  /** Reads the offset anew; done once at the start of each invocation. */
  refresh(): Promise<void>;
  now(): Instant;
}

/**
 * A clock that a test can move: the system's time plus the `milliseconds` of item `CLOCK` / `OFFSET` in table Journeys.
 * Used only where CLOCK_OFFSET says so, which synth refuses for production.
 */
export function offsetClock(client: DynamoDBClient, table: string, systemNow: () => Instant): OffsetClock {
  let milliseconds = 0;
  return {
    async refresh() {
      const { Item } = await calling('Read clock offset', () =>
        client.send(new GetItemCommand({ TableName: table, Key: toKey(clockOffsetKey), ConsistentRead: true })),
      );
      milliseconds = Item === undefined ? 0 : readItem(shape, Item).milliseconds;
    },
    now: () => plusMilliseconds(systemNow(), milliseconds),
  };
}
