import { type DynamoDBClient, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { LANGUAGES } from '../domain/language.ts';
import { lazily } from '../domain/lazily.ts';
import type { Alongside } from '../domain/ports.ts';
import { submissionSchema } from '../domain/sign-off/submission.ts';
import { type Instant, instant, millisecondsBetween } from '../domain/time.ts';
import { alongside } from './alongside.ts';
import { calling, isNamed } from './aws-errors.ts';
import { jsonText, readItem, toItem, toKey } from './items.ts';
import { pendingLoginKey } from './table-keys.ts';

const common = {
  /** Of what the browser that began it holds in a cookie. */
  browserHash: z.string(),
  /** That the token of the provider must carry. */
  nonce: z.string(),
  signer: z.string(),
  language: z.enum(LANGUAGES),
  startedAt: instant,
  expiresAt: instant,
  usedAt: instant.optional(),
  /** Seconds since 1970: the table forgets the item then. */
  forgetAt: z.number(),
};

const shape = lazily(() =>
  z.strictObject({
    ...common,
    /** What is to be signed; without it, somebody signs in. Gone once it was used. */
    submission: jsonText(submissionSchema()).optional(),
    /** Of the link to the step, the journey, and the sentence that is signed. */
    linkHash: z.string().optional(),
    journeyId: z.string().optional(),
    meaning: z.string().optional(),
    /** Where who signs in goes next. */
    next: z.string().optional(),
  }),
);
export type PendingLogin = z.infer<ReturnType<typeof shape>>;
export type NewLogin = Omit<PendingLogin, 'usedAt' | 'forgetAt'>;

/** Log-ins that were begun and have not come back. Unsigned evidence waits here, and nowhere in a browser. */
export interface PendingLogins {
  put(stateHash: string, login: NewLogin): Promise<void>;
  find(stateHash: string): Promise<PendingLogin | undefined>;
  /** Uses it up with what is written: fails when it was used meanwhile. */
  used(stateHash: string, at: Instant): Alongside;
  /** The same by itself; false when it was used before. */
  use(stateHash: string, at: Instant): Promise<boolean>;
}

const EPOCH = '1970-01-01T00:00:00.000Z';

/** On DynamoDB, a table that forgets. */
export function pendingLogins(client: DynamoDBClient, table: string): PendingLogins {
  const using = (stateHash: string, at: Instant) => ({
    TableName: table,
    Key: toKey(pendingLoginKey(stateHash)),
    UpdateExpression: 'SET usedAt = :at REMOVE submission',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)',
    ExpressionAttributeValues: { ':at': { S: at } },
  });
  return {
    async put(stateHash, { submission, ...login }) {
      const forgetAt = Math.ceil(millisecondsBetween(EPOCH, login.expiresAt) / 1000);
      const text = submission === undefined ? {} : { submission: JSON.stringify(submission) };
      const Item = toItem({ ...pendingLoginKey(stateHash), entity: 'LOGIN', ...login, ...text, forgetAt });
      await calling('Keep log-in', () => client.send(new PutItemCommand({ TableName: table, Item })));
    },

    async find(stateHash) {
      const Key = toKey(pendingLoginKey(stateHash));
      const { Item } = await calling('Find log-in', () =>
        client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
      );
      return Item === undefined ? undefined : readItem(shape(), Item);
    },

    used: (stateHash, at) => alongside({ Update: using(stateHash, at) }),

    async use(stateHash, at) {
      try {
        await client.send(new UpdateItemCommand(using(stateHash, at)));
        return true;
      } catch (error) {
        if (isNamed(error, 'ConditionalCheckFailedException')) return false;
        return calling('Use log-in', () => Promise.reject(error));
      }
    },
  };
}
