import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import { MAIL_CLASSES } from '../domain/events/data.ts';
import type { HeldMail, HeldNotice } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { asFault, calling, isNamed } from './aws-errors.ts';
import { effectItem } from './effect-items.ts';
import { jsonText, readItem, type TableAccess, toKey } from './items.ts';
import { heldKey, personOwner } from './table-keys.ts';

/** What is inside a notice was written by this software and is read as it is. */
const notice = z.strictObject({
  journeyId: z.string(),
  notice: z.looseObject({ about: z.enum(['step', 'journey', 'plan', 'message']), class: z.enum(MAIL_CLASSES) }),
  since: z.string(),
  role: z.enum(ROLES),
});
const shape = z.strictObject({ notices: z.set(jsonText(notice)).optional(), closedAt: z.string().optional() });

/**
 * What waits for readers, on DynamoDB, table Journeys: one item for each reader and instant, and an effect of the same
 * reader that sends it. The effect comes first: what is in the item is found by it, whatever happens in between.
 */
export const dynamoHeldMail = ({ client, table }: TableAccess): HeldMail => ({
  async hold(reader, until, held) {
    const effect = { kind: 'mail', notice: { about: 'held', reader, until } } as const;
    const journeyId = personOwner(reader);
    const item = effectItem({ journeyId, id: heldEffectId(until), effect, since: until, served: [] });
    const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
    await unlessRefused('Plan held mail', client.send(new PutItemCommand({ TableName: table, Item: item, ...isNew })));
    const added = client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: toKey(heldKey(reader, until)),
        UpdateExpression: 'SET entity = :entity ADD notices :notice',
        ConditionExpression: 'attribute_not_exists(closedAt)',
        ExpressionAttributeValues: { ':entity': { S: 'HELD' }, ':notice': { SS: [canonicalText(held)] } },
      }),
    );
    return (await unlessRefused('Hold notice', added)) ? 'held' : 'closed';
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
    const { notices = new Set() } = readItem(shape, Item);
    return ([...notices] as unknown as HeldNotice[]).toSorted((one, other) => (one.since < other.since ? -1 : 1));
  },
});

/** Of the mail that waits until then. */
export const heldEffectId = (until: Instant): string => `held-${until}`;

async function unlessRefused(what: string, request: Promise<unknown>): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    if (isNamed(error, 'ConditionalCheckFailedException')) return false;
    throw asFault(what, error);
  }
}
