import { setTimeout as pause } from 'node:timers/promises';
import { type DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { Fault } from '../domain/faults.ts';
import { asFault, isNamed } from './aws-errors.ts';

/** DynamoDB takes at most this many items in one transaction. */
const MOST_ITEMS = 100;
/** Longest pause after a race, in milliseconds; the shortest is none. */
const LONGEST_PAUSE = 40;

/**
 * Writes all items or none. `conflict` when a condition did not hold, or another transaction was writing the same item:
 * either way somebody else was first, and the caller reads again and decides anew. Throttling is retried by the client
 * and then a TransientFault.
 *
 * @param jitter a number from 0 to 1; spreads those who lost a race, so that they do not meet again
 */
export async function transact(
  client: DynamoDBClient,
  what: string,
  items: readonly TransactWriteItem[],
  jitter: () => number,
): Promise<'done' | 'conflict'> {
  if (items.length > MOST_ITEMS) {
    throw new Fault(`${what}: got ${items.length} items, expected at most ${MOST_ITEMS} in one transaction`);
  }
  try {
    await client.send(new TransactWriteItemsCommand({ TransactItems: [...items] }));
    return 'done';
  } catch (error) {
    if (!isNamed(error, 'TransactionCanceledException')) throw asFault(what, error);
    const reasons = (error as { CancellationReasons?: readonly { Code?: string }[] }).CancellationReasons ?? [];
    const codes = reasons.map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
    if (codes.includes('ConditionalCheckFailed')) return 'conflict';
    if (codes.includes('TransactionConflict')) {
      await pause(Math.floor(jitter() * LONGEST_PAUSE));
      return 'conflict';
    }
    const busy = codes.some((code) => code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded');
    throw busy
      ? asFault(what, Object.assign(new Error(codes.join(', '), { cause: error }), { name: 'ThrottlingException' }))
      : new Fault(`${what}: the transaction was cancelled: ${codes.join(', ') || 'no reason given'}`, { cause: error });
  }
}

/** A number from 0 to 1 from injected randomness. */
export const jitterFrom =
  (randomBytes: (count: number) => Uint8Array): (() => number) =>
  () =>
    (randomBytes(1)[0] ?? 0) / 255;
