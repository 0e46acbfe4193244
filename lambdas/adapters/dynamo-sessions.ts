import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { type Instant, plus } from '../domain/time.ts';
import { calling, isNamed } from './aws-errors.ts';
import { readItem, toItem, toKey } from './items.ts';
import { isLinkToken, newLinkToken, newNonceKey, tokenHash } from './link-token.ts';
import { sessionKey } from './table-keys.ts';

/** Somebody signed in, on one device. It lets them read, and never signs. */
export interface Session {
  /** Of its token, which only the browser holds. */
  readonly hash: string;
  readonly userId: string;
  /** Key of the tokens in its forms; random, and never sent. */
  readonly formKey: string;
  readonly startedAt: Instant;
}

export interface Sessions {
  /** A new session; gives its token. */
  start(userId: string, now: Instant): Promise<string>;
  /** The session of a token, while it lasts; that it was used is kept, in steps of a minute. */
  find(token: string, now: Instant): Promise<Session | undefined>;
  end(session: Session, now: Instant): Promise<void>;
}

/** Unused for so long a session is over, and in any case after a shift. */
const IDLE = 'PT15M';
const LONGEST = 'PT8H';
/** How exactly the last use is known: reading page after page writes no more often. */
const STEP = 'PT1M';

const shape = lazily(() =>
  z.strictObject({
    userId: z.string(),
    formKey: z.string(),
    startedAt: z.string(),
    lastUsedAt: z.string(),
    endedAt: z.string().optional(),
  }),
);

/** Sessions on DynamoDB, table Identities. None is deleted: who was signed in when is part of the record. */
export const dynamoSessions = (
  client: DynamoDBClient,
  table: string,
  randomBytes: (count: number) => Uint8Array,
): Sessions => {
  /** False when the session was ended meanwhile. */
  const note = async (hash: string, what: 'lastUsedAt' | 'endedAt', now: Instant): Promise<boolean> => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toKey(sessionKey(hash)),
          UpdateExpression: `SET ${what} = :now`,
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(endedAt)',
          ExpressionAttributeValues: { ':now': { S: now } },
        }),
      );
      return true;
    } catch (error) {
      if (isNamed(error, 'ConditionalCheckFailedException')) return false;
      return calling('Keep session', () => Promise.reject(error));
    }
  };

  return {
    async start(userId, now) {
      const token = newLinkToken(randomBytes);
      const session = { userId, formKey: newNonceKey(randomBytes), startedAt: now, lastUsedAt: now };
      const Item = toItem({ ...sessionKey(tokenHash(token)), entity: 'SESSION', ...session });
      await calling('Start session', () => client.send(new PutItemCommand({ TableName: table, Item })));
      return token;
    },

    async find(token, now) {
      if (!isLinkToken(token)) return undefined;
      const hash = tokenHash(token);
      const { Item } = await calling('Find session', () =>
        client.send(new GetItemCommand({ TableName: table, Key: toKey(sessionKey(hash)), ConsistentRead: true })),
      );
      if (Item === undefined) return undefined;
      const { userId, formKey, startedAt, lastUsedAt, endedAt } = readItem(shape(), Item);
      const isOver = now >= plus(startedAt, LONGEST, 'UTC') || now >= plus(lastUsedAt, IDLE, 'UTC');
      if (endedAt !== undefined || isOver) return undefined;
      if (now >= plus(lastUsedAt, STEP, 'UTC') && !(await note(hash, 'lastUsedAt', now))) return undefined;
      return { hash, userId, formKey, startedAt };
    },

    async end({ hash }, now) {
      await note(hash, 'endedAt', now);
    },
  };
};
