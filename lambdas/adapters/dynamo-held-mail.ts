import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import { MAIL_CLASSES } from '../domain/events/data.ts';
import type { AskedNotice } from '../domain/journey/notice.ts';
import { lazily } from '../domain/lazily.ts';
import type { HeldMail, HeldNotice, PersonMails } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { asFault, calling, isNamed } from './aws-errors.ts';
import { jsonText, readItem, type TableAccess, toKey } from './items.ts';
import { heldKey } from './table-keys.ts';

type About = AskedNotice['about'];
const ABOUT: Readonly<Record<About, About>> = {
  step: 'step',
  journey: 'journey',
  plan: 'plan',
  message: 'message',
  rota: 'rota',
  coverage: 'coverage',
  curriculum: 'curriculum',
  renewal: 'renewal',
  mirror: 'mirror',
  person: 'person',
};

/** What is inside a notice was written by this software and is read as it is. */
const notice = lazily(() =>
  jsonText(
    z.strictObject({
      journeyId: z.string(),
      notice: z.looseObject({ about: z.enum(ABOUT), class: z.enum(MAIL_CLASSES) }),
      since: z.string(),
      role: z.enum(ROLES),
    }),
  ),
);
const shape = lazily(() => z.strictObject({ notices: z.set(z.string()).optional(), closedAt: z.string().optional() }));

/**
 * What waits for readers, on DynamoDB, table Journeys: one item for each reader and instant, and an effect of the same
 * reader that sends it. The effect comes first: what is in the item is found by it, whatever happens in between.
 */
export const dynamoHeldMail = ({ client, table }: TableAccess, mails: PersonMails): HeldMail => ({
  async hold(reader, until, held) {
    const sends = { about: 'held', reader, until } as const;
    await mails.ask({ person: reader, id: heldEffectId(until), notice: sends, since: until });
    const added = new UpdateItemCommand({
      TableName: table,
      Key: toKey(heldKey(reader, until)),
      UpdateExpression: 'SET entity = :entity ADD notices :notice',
      ConditionExpression: 'attribute_not_exists(closedAt)',
      ExpressionAttributeValues: { ':entity': { S: 'HELD' }, ':notice': { SS: [canonicalText(held)] } },
    });
    try {
      await client.send(added);
      return 'held';
    } catch (error) {
      if (isNamed(error, 'ConditionalCheckFailedException')) return 'closed';
      throw asFault('Hold notice', error);
    }
  },

  async close(reader, until, at) {
    const item = { TableName: table, Key: toKey(heldKey(reader, until)) };
    await calling('Close held mail', () =>
      client.send(
        new UpdateItemCommand({
          ...item,
          UpdateExpression: 'SET entity = :entity, closedAt = if_not_exists(closedAt, :at)',
          ExpressionAttributeValues: { ':entity': { S: 'HELD' }, ':at': { S: at } },
        }),
      ),
    );
    const { Item = {} } = await calling('Read held mail', () =>
      client.send(new GetItemCommand({ ...item, ConsistentRead: true })),
    );
    const { notices = new Set() } = readItem(shape(), Item);
    const read = [...notices].map((text) => notice().safeParse(text));
    const understood = read.flatMap(({ data }) => (data === undefined ? [] : [data as unknown as HeldNotice]));
    return {
      notices: understood.toSorted((one, other) => (one.since < other.since ? -1 : 1)),
      unreadable: read.length - understood.length,
    };
  },
});

/** Of the mail that waits until then. */
export const heldEffectId = (until: Instant): string => `held-${until}`;
