import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { CorruptionFault } from '../domain/faults.ts';
import type { JourneyStore, PendingEffect } from '../domain/ports.ts';
import { asFault, calling, isNamed } from './aws-errors.ts';
import { effectItem, readEffect, textOf } from './effect-items.ts';
import { type Item, type TableAccess, toKey } from './items.ts';
import { itemsOfQuery } from './query.ts';
import { effectKey, PENDING_PK, requeuedId } from './table-keys.ts';
import { transact } from './transact.ts';

type Effects = Pick<JourneyStore, 'pending' | 'pendingEffect' | 'requeue' | 'leave' | 'markServed' | 'markDone'>;

/** What is still to be done in the world, over table Journeys. */
export function dynamoEffects({ client, table }: TableAccess, jitter: () => number): Effects {
  const at = (journeyId: string, id: string) => ({ TableName: table, Key: toKey(effectKey(journeyId, id)) });
  // What was to be done is not kept once it was: an answer holds a task token, and the log says why it was sent.
  const done = (journeyId: string, id: string, when: string) => ({
    ...at(journeyId, id),
    UpdateExpression: 'SET doneAt = if_not_exists(doneAt, :at) REMOVE ppk, psk, effect',
    ExpressionAttributeValues: { ':at': { S: when } },
  });

  return {
    async pending({ before, limit, unreadable }) {
      const found: PendingEffect[] = [];
      const items = itemsOfQuery(client, 'Read pending effects', {
        TableName: table,
        IndexName: 'pending',
        KeyConditionExpression: 'ppk = :pending AND psk < :before',
        ExpressionAttributeValues: { ':pending': { S: PENDING_PK }, ':before': { S: before } },
        Limit: limit,
      });
      for await (const item of items) {
        const effect = readEffectOr(item, unreadable);
        if (effect !== undefined) found.push(effect);
        if (found.length === limit) break;
      }
      return found;
    },

    async pendingEffect(journeyId, id) {
      const { Item } = await calling('Read effect', () =>
        client.send(new GetItemCommand({ ...at(journeyId, id), ConsistentRead: true })),
      );
      return Item === undefined ? undefined : readEffect(Item);
    },

    async requeue(pending, when) {
      const { journeyId, id } = pending;
      const again = effectItem({ ...pending, id: requeuedId(id) }, when);
      // The stream shows insertions only, so the effect gets a new place; the condition keeps two sweeps to one of them.
      await transact(
        client,
        `Journey ${journeyId}: requeue effect ${id}`,
        [
          {
            Update: {
              ...done(journeyId, id, when),
              ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
            },
          },
          { Put: { TableName: table, Item: again, ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
        jitter,
      );
    },

    async leave({ journeyId, id, effect, schedules }) {
      const update = {
        ...at(journeyId, id),
        UpdateExpression: `SET effect = :rest${schedules === undefined ? ' REMOVE schedules' : ''}`,
        ConditionExpression: 'attribute_exists(effect)',
        ExpressionAttributeValues: { ':rest': { S: textOf(effect) } },
      };
      try {
        await client.send(new UpdateItemCommand(update));
      } catch (error) {
        if (!isNamed(error, 'ConditionalCheckFailedException')) throw asFault('Keep the rest of an effect', error);
      }
    },

    async markServed(journeyId, id, recipient) {
      const update = {
        ...at(journeyId, id),
        UpdateExpression: 'ADD served :recipient',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':recipient': { SS: [recipient] } },
      };
      await calling('Mark effect served', () => client.send(new UpdateItemCommand(update)));
    },

    async markDone(journeyId, id, when, served) {
      const { UpdateExpression, ExpressionAttributeValues, ...rest } = done(journeyId, id, when);
      const update = {
        ...rest,
        UpdateExpression: served === undefined ? UpdateExpression : `${UpdateExpression} ADD served :recipient`,
        ExpressionAttributeValues: {
          ...ExpressionAttributeValues,
          ...(served === undefined ? {} : { ':recipient': { SS: [served] } }),
        },
        ConditionExpression: 'attribute_exists(pk)',
      };
      await calling('Mark effect done', () => client.send(new UpdateItemCommand(update)));
    },
  };
}

function readEffectOr(item: Item, unreadable?: (fault: CorruptionFault) => void): PendingEffect | undefined {
  try {
    return readEffect(item);
  } catch (error) {
    if (unreadable === undefined || !(error instanceof CorruptionFault)) throw error;
    unreadable(new CorruptionFault(`${item.pk?.S} ${item.sk?.S}: ${error.message}`));
    return undefined;
  }
}
