import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import type { Effect } from '../domain/journey/effects.ts';
import { lazily } from '../domain/lazily.ts';
import type { Alongside } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { alongside, writeOf } from './alongside.ts';
import { calling } from './aws-errors.ts';
import { itemsAt } from './batch-get.ts';
import { effectItem } from './effect-items.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { itemsOfQuery } from './query.ts';
import {
  effectId,
  effectKey,
  type Key,
  messageOwner,
  orderKey,
  PARKED_PK,
  parkedKey,
  receiptKey,
} from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

const receiptShape = lazily(() =>
  z.strictObject({
    bodyHmac: z.string(),
    journeyId: z.string().nullable(),
    eventId: z.string(),
    status: z.enum(['applied', 'parked']),
    receivedAt: z.string(),
  }),
);

/** The answer a message got, kept for good: the same message gets it again, another one under its id does not. */
export interface Receipt {
  readonly bodyHmac: string;
  readonly journeyId: string | null;
  readonly eventId: string;
  readonly status: 'applied' | 'parked';
  readonly receivedAt: Instant;
}

const orderShape = lazily(() =>
  z.strictObject({
    journeyId: z.string(),
    patient: z.string(),
    protocol: z.string(),
    match: z.literal(true).optional(),
  }),
);

/** The journey an order number belongs to. */
export interface KnownOrder {
  readonly journeyId: string;
  /** Pseudonym. */
  readonly patient: string;
  readonly protocol: string;
  /** It came while that journey was open: whether it belongs to it, the log of the journey says. */
  readonly match?: true | undefined;
}

const parkedShape = lazily(() =>
  z.strictObject({
    eventId: z.string(),
    sender: z.string(),
    messageId: z.string(),
    reasons: z.array(z.string()),
    parkedAt: z.string(),
  }),
);

/** A message that waits for a person; the message itself is in the identity store. */
export interface ParkedMessage {
  readonly eventId: string;
  readonly sender: string;
  readonly messageId: string;
  /** Codes of `Unclear`. */
  readonly reasons: readonly string[];
  readonly parkedAt: Instant;
}

/** Something to be told, under an id that stays the same for as long as it is the same. */
export interface Announcement {
  readonly id: string;
  readonly notice: Extract<Effect, { kind: 'mail' }>['notice'];
}

export interface MessageStore {
  receipt(sender: string, messageId: string): Promise<Receipt | undefined>;
  order(hmac: string): Promise<KnownOrder | undefined>;
  /** Messages that wait for a person, the oldest first. */
  parked(limit: number): Promise<readonly ParkedMessage[]>;
  keepReceipt(sender: string, messageId: string, receipt: Receipt): Alongside;
  /** @param from the journey the number led to until now; without it, it must not be known */
  keepOrder(hmac: string, order: KnownOrder, from?: string): Alongside;
  /** The mark that a message waits, and the mails that tell so. */
  keepParked(message: ParkedMessage, mails: readonly Effect[]): readonly Alongside[];
  /** Mails about something that belongs to no journey, once for each `eventId`. */
  keepMails(eventId: string, since: Instant, mails: readonly Effect[]): readonly Alongside[];
  /** Writes a mail for each that was not told before, however often it is found. */
  tellOnce(what: string, since: Instant, found: readonly Announcement[]): Promise<void>;
  /** Writes what belongs to no journey. */
  write(what: string, items: readonly Alongside[]): Promise<'done' | 'conflict'>;
}

/** What came from outside, on DynamoDB, table Journeys: ids and keyed hashes only. */
export function dynamoMessageStore({
  client,
  table,
  randomBytes,
}: TableAccess & { randomBytes(count: number): Uint8Array }): MessageStore {
  const get = async (key: Key) => {
    const { Item } = await calling('Read message store', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(key), ConsistentRead: true })),
    );
    return Item;
  };
  const first = (key: Key, entity: string, value: object): Alongside =>
    alongside({
      Put: {
        TableName: table,
        Item: toItem({ ...key, entity, ...value }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    });

  const mailsOf = (eventId: string, since: Instant, mails: readonly Effect[]): readonly Alongside[] =>
    mails.map((effect, index) => {
      const journeyId = messageOwner(eventId);
      const Item = effectItem({ journeyId, id: effectId(1, index), effect, since, served: [] });
      return alongside({ Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } });
    });

  const write = (what: string, items: readonly Alongside[]): Promise<'done' | 'conflict'> =>
    transact(client, what, items.map(writeOf), jitterFrom(randomBytes));

  return {
    async receipt(sender, messageId) {
      const item = await get(receiptKey(sender, messageId));
      return item === undefined ? undefined : readItem(receiptShape(), item);
    },

    async order(hmac) {
      const item = await get(orderKey(hmac));
      return item === undefined ? undefined : readItem(orderShape(), item);
    },

    async parked(limit) {
      const found: ParkedMessage[] = [];
      const items = itemsOfQuery(client, 'List parked messages', {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: PARKED_PK } },
        Limit: limit,
      });
      for await (const item of items) {
        found.push(readItem(parkedShape(), item));
        if (found.length >= limit) break;
      }
      return found;
    },

    keepReceipt: (sender, messageId, receipt) => first(receiptKey(sender, messageId), 'RECEIPT', receipt),

    keepOrder(hmac, order, from) {
      if (from === undefined) return first(orderKey(hmac), 'ORDER', order);
      return alongside({
        Put: {
          TableName: table,
          Item: toItem({ ...orderKey(hmac), entity: 'ORDER', ...order }),
          ConditionExpression: 'journeyId = :from',
          ExpressionAttributeValues: { ':from': { S: from } },
        },
      });
    },

    keepParked: (message, mails) => [
      first(parkedKey(message.parkedAt, message.eventId), 'PARKED', message),
      ...mailsOf(message.eventId, message.parkedAt, mails),
    ],

    keepMails: mailsOf,

    async tellOnce(what, since, found) {
      // Asked first, for nearly all of it was told at an earlier sweep: to be refused costs more than to read.
      const keyOf = ({ id }: Announcement): Key => effectKey(messageOwner(id), effectId(1, 0));
      const items = await itemsAt({ client, table }, what, found.map(keyOf), 'keys');
      const told = new Set(items.map(({ pk }) => pk?.S));
      const faults: unknown[] = [];
      for (const one of found) {
        if (told.has(keyOf(one).pk)) continue;
        try {
          // Another sweep may have told it just now: it is a conflict, and stays told.
          await write(what, mailsOf(one.id, since, [{ kind: 'mail', notice: one.notice }]));
        } catch (error) {
          // The same would be the first at the next sweep too, and keep back those after it for ever.
          faults.push(error);
        }
      }
      if (faults.length > 0) {
        const untold = `got ${faults.length} of ${found.length} that could not be told, expected none`;
        throw new Fault(`${what}: ${untold}; the first says why`, { cause: faults[0] });
      }
    },

    write,
  };
}
