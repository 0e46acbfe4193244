import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { TransientFault } from '../domain/faults.ts';
import { type StepKey, stepKey } from '../domain/journey/state.ts';
import { lazily } from '../domain/lazily.ts';
import type { Drafts } from '../domain/ports.ts';
import { type Draft, draftField } from '../domain/sign-off/draft.ts';
import { calling, isNamed } from './aws-errors.ts';
import { type Item, jsonText, readItem, type TableAccess, toItem, toKey } from './items.ts';
import { draftKey } from './table-keys.ts';

const forms = lazily(() => z.record(z.string(), z.record(z.string(), draftField())));
const shape = lazily(() =>
  z.strictObject({ revision: z.int().min(1), forms: jsonText(forms()), changedAt: z.string() }),
);

/** Two who save at once are both heard: whoever comes second reads again. */
const TRIES = 5;

/** What was filled in and not signed, by step, in table Journeys beside the log. It decides nothing, and no rule reads it. */
export function dynamoDrafts({ client, table }: TableAccess): Drafts {
  const read = async (journeyId: string, key: StepKey): Promise<Item | undefined> => {
    const { Item } = await calling('Read draft', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(draftKey(journeyId, key)), ConsistentRead: true })),
    );
    return Item;
  };
  const known = (item: Item | undefined) =>
    item === undefined ? { revision: 0, forms: {} as Readonly<Record<string, Draft>> } : readItem(shape(), item);

  return {
    async find(journeyId, ref) {
      return known(await read(journeyId, stepKey(ref))).forms;
    },

    async save(journeyId, ref, form, change, now) {
      const key = stepKey(ref);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const { revision, forms: before } = known(await read(journeyId, key));
        const after = { ...before, [form]: change(before[form] ?? {}) };
        const item = {
          ...draftKey(journeyId, key),
          entity: 'DRAFT',
          revision: revision + 1,
          forms: JSON.stringify(after),
          changedAt: now,
        };
        try {
          await client.send(
            new PutItemCommand({
              TableName: table,
              Item: toItem(item),
              ConditionExpression: 'attribute_not_exists(pk) OR revision = :before',
              ExpressionAttributeValues: { ':before': { N: String(revision) } },
            }),
          );
          return;
        } catch (error) {
          if (!isNamed(error, 'ConditionalCheckFailedException'))
            await calling('Save draft', () => Promise.reject(error));
        }
      }
      throw new TransientFault(`Draft of ${key}, journey ${journeyId}: lost ${TRIES} races; save again`);
    },
  };
}
