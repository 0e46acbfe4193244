import { type DynamoDBClient, type Update, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, plusMilliseconds } from '../domain/time.ts';
import { calling, isNamed } from './aws-errors.ts';
import { toKey } from './items.ts';
import type { Key } from './table-keys.ts';

/** Five wrong PINs lock an id for a quarter of an hour after the fifth. */
const MOST_FAILURES = 5;
const LOCK_MS = 15 * 60 * 1000;

/** Whether an id is locked, as far as its item was read; what counts is the item when it is written. */
export const isLocked = (
  { failures = 0, failedAt = '' }: { readonly failures?: number | undefined; readonly failedAt?: Instant | undefined },
  now: Instant,
): boolean => failures >= MOST_FAILURES && failedAt > plusMilliseconds(now, -LOCK_MS);

interface Where {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly key: Key;
}

const NOT_LOCKED = '(attribute_not_exists(failures) OR failures < :most)';
const LOCK_OVER = '(failures >= :most AND failedAt <= :since)';
/** A signature of the same person that is being committed keeps others off their item for a moment. */
const TRIES = 20;

/**
 * Counts a wrong PIN; a try during the lock changes nothing and does not lengthen it. An id that nobody has costs the
 * same two requests as one that is locked.
 */
export async function countFailure(where: Where, now: Instant): Promise<void> {
  const counted = await change(
    where,
    updateOf(where, now, 'SET failures = if_not_exists(failures, :none) + :one, failedAt = :now', NOT_LOCKED, {
      ':none': { N: '0' },
      ':one': { N: '1' },
      ':now': { S: now },
    }),
  );
  if (counted) return;
  await change(
    where,
    updateOf(where, now, 'SET failures = :one, failedAt = :now', LOCK_OVER, { ':one': { N: '1' }, ':now': { S: now } }),
  );
}

/**
 * Forgets failures after a right PIN, on condition that the id is not locked: also not by a lock that was set after this try
 * had begun, so that guessing many at once gains nothing.
 */
export const forgetting = (where: Where, now: Instant): Update =>
  updateOf(where, now, 'REMOVE failures, failedAt', `(${NOT_LOCKED} OR ${LOCK_OVER})`, {});

/** The same by itself, where it goes into no commit. False while the id is locked. */
export const forgetFailures = (where: Where, now: Instant): Promise<boolean> => change(where, forgetting(where, now));

function updateOf(
  { table, key }: Where,
  now: Instant,
  update: string,
  condition: string,
  values: Record<string, { N: string } | { S: string }>,
): Update {
  const since = condition.includes(':since') ? { ':since': { S: plusMilliseconds(now, -LOCK_MS) } } : {};
  return {
    TableName: table,
    Key: toKey(key),
    UpdateExpression: update,
    ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(leftAt) AND ${condition}`,
    ExpressionAttributeValues: { ':most': { N: String(MOST_FAILURES) }, ...since, ...values },
  };
}

async function change({ client }: Where, update: Update): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.send(new UpdateItemCommand(update));
      return true;
    } catch (error) {
      if (isNamed(error, 'ConditionalCheckFailedException')) return false;
      // A wrong PIN is counted whatever else is being written: who guesses beside a signature gains nothing.
      if (isNamed(error, 'TransactionConflictException') && tries < TRIES) continue;
      return calling('Count wrong PINs', () => Promise.reject(error));
    }
  }
}
