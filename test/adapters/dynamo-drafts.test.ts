import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoDrafts } from '../../lambdas/adapters/dynamo-drafts.ts';
import type { Drafts } from '../../lambdas/domain/ports.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { NOW } from '../support/journeys.ts';

const REF = { phase: 'Order', round: 1, step: 'Confirm consent' } as const;

let dynamo: TestDynamo;
let drafts: Drafts;
beforeAll(async () => {
  dynamo = await startDynoxide();
  drafts = dynamoDrafts({ client: dynamo.client, table: (await dynamo.tables()).journeys });
});
afterAll(() => dynamo.stop());

/** Fills in one field of the form of a decision. */
const fill = (decision: string, name: string, by: string) =>
  drafts.save('J1', REF, decision, (before) => ({ ...before, [name]: { typed: ['x'], value: 'x', by, at: NOW } }), NOW);

test('a step of which nothing was saved has no drafts', async () => {
  expect(await drafts.find('J1', { ...REF, round: 2 })).toEqual({});
});

test('what several people save at once is all kept, form by form', async () => {
  await Promise.all([
    fill('consented', 'evidence.a', 'ana'),
    fill('consented', 'evidence.b', 'ben'),
    fill('declined', 'reason', 'cleo'),
  ]);
  const saved = await drafts.find('J1', REF);
  expect(Object.entries(saved).map(([form, fields]) => [form, Object.keys(fields).toSorted()])).toEqual(
    expect.arrayContaining([
      ['consented', ['evidence.a', 'evidence.b']],
      ['declined', ['reason']],
    ]),
  );
  expect(saved.consented?.['evidence.b']).toEqual({ typed: ['x'], value: 'x', by: 'ben', at: NOW });
});
