import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, plusMilliseconds } from '../domain/time.ts';
import { calling, isNamed } from './aws-errors.ts';
import { toKey } from './items.ts';
import type { Key } from './table-keys.ts';

/** Five wrong PINs lock an id for a quarter of an hour after the fifth. */
const MOST_FAILURES = 5;
const LOCK_MS = 15 * 60 * 1000;

interface Where {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly key: Key;
}

const NOT_LOCKED = '(attribute_not_exists(failures) OR failures < :most)';
const LOCK_OVER = '(failures >= :most AND failedAt <= :since)';

/**
 * Counts a wrong PIN; a try during the lock changes nothing and does not lengthen it. An id that nobody has costs the
 * same two requests as one that is locked.
 */
export async function countFailure(where: Where, now: Instant): Promise<void> {
  const counted = await change(
    where,
    now,
    'SET failures = if_not_exists(failures, :none) + :one, failedAt = :now',
    NOT_LOCKED,
    { ':none': { N: '0' }, ':one': { N: '1' }, ':now': { S: now } },
  );
  if (counted) return;
  await change(where, now, 'SET failures = :one, failedAt = :now', LOCK_OVER, {
    ':one': { N: '1' },
    ':now': { S: now },
  });
}

/**
 * Forgets failures after a right PIN. False while the id is locked: also when the lock was set after this try had begun,
 * so that guessing many at once gains nothing.
 */
export const forgetFailures = (where: Where, now: Instant): Promise<boolean> =>
  change(where, now, 'REMOVE failures, failedAt', `(${NOT_LOCKED} OR ${LOCK_OVER})`, {});

async function change(
  { client, table, key }: Where,
  now: Instant,
  update: string,
  condition: string,
  values: Record<string, { N: string } | { S: string }>,
): Promise<boolean> {
  const since = condition.includes(':since') ? { ':since': { S: plusMilliseconds(now, -LOCK_MS) } } : {};
  try {
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: toKey(key),
        UpdateExpression: update,
        ConditionExpression: `attribute_exists(pk) AND ${condition}`,
        ExpressionAttributeValues: { ':most': { N: String(MOST_FAILURES) }, ...since, ...values },
      }),
    );
    return true;
  } catch (error) {
    if (isNamed(error, 'ConditionalCheckFailedException')) return false;
    return calling('Count wrong PINs', () => Promise.reject(error));
  }
}
