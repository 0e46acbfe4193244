import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alongside } from '../../lambdas/adapters/alongside.ts';
import { dynamoRegisters } from '../../lambdas/adapters/dynamo-registers.ts';
import { toKey } from '../../lambdas/adapters/items.ts';
import { effectId, effectKey, messageOwner } from '../../lambdas/adapters/table-keys.ts';
import type { KeptBesides, Registers } from '../../lambdas/domain/ports.ts';
import { readinessAsOf } from '../../lambdas/domain/registers/as-of.ts';
import { MOST_AT_ONCE } from '../../lambdas/domain/registers/keep-entry.ts';
import { startDynoxide, type TestDynamo } from '../support/dynamodb.ts';
import { randomBytes } from '../support/journeys.ts';
import { kept, SITE_ID, siteOf, vessel } from '../support/registers.ts';

let dynamo: TestDynamo;
let registers: Registers;
let TableName: string;
beforeAll(async () => {
  dynamo = await startDynoxide();
  TableName = (await dynamo.tables()).journeys;
  registers = dynamoRegisters({ client: dynamo.client, table: TableName, randomBytes });
});
afterAll(() => dynamo.stop());

test('records are kept for ever, and with each how the site stands; who comes second learns it', async () => {
  expect(await registers.readiness(SITE_ID)).toMatchObject({ version: 0, entries: [] });
  const first = kept(vessel());
  const other = kept(vessel(), { id: 'LN2-30' });
  const closed = kept(vessel({ status: 'QUARANTINED', because: 'alarm' }), {
    at: '2026-05-01T08:00:00.000Z',
    before: first.record,
  });
  for (const one of [first, other, closed]) expect(await registers.keep([one])).toMatchObject({ ok: true });
  expect(await registers.keep([closed])).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
  const stands = await registers.readiness(SITE_ID);
  expect(stands).toEqual(siteOf(first, other, closed));
  expect(await registers.of(SITE_ID, 'equipment', 'LN2-3')).toEqual([first.record, closed.record]);
  expect(await registers.of(SITE_ID, 'shippers')).toEqual([]);
  expect(readinessAsOf(SITE_ID, await registers.records(SITE_ID), '2099-01-01T00:00:00.000Z')).toEqual(stands);
});

test('several are kept at once, or none of them', async () => {
  const before = await registers.readiness(SITE_ID);
  const [one, other] = [kept(vessel(), { id: 'LN2-40' }), kept(vessel(), { id: 'LN2-41' })];
  const stands = await registers.keep([one, other]);
  expect(stands).toMatchObject({ ok: true, value: { version: before.version + 2 } });
  expect(await registers.readiness(SITE_ID)).toEqual(stands.ok ? stands.value : undefined);
  const third = kept(vessel(), { id: 'LN2-42' });
  expect(await registers.keep([third, other])).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
  expect(await registers.of(SITE_ID, 'equipment', 'LN2-42')).toEqual([]);
});

test('as many as are kept at once fit into one transaction, each with its effect, beside what two people prove', async () => {
  const proofs = [1, 2].map((n) =>
    alongside({
      Put: { TableName, Item: { pk: { S: `PROOF#${n}` }, sk: { S: 'PROOF' } } },
    }),
  );
  const [first, ...others] = Array.from({ length: MOST_AT_ONCE }, (_, n) => kept(vessel(), { id: `MANY-${n}` }));
  if (first === undefined) throw new Error('expected one at least');
  const stood: number[] = [];
  const effectsOf: KeptBesides['effectsOf'] = ({ record: { site, register, id, version, by, at } }, before) => {
    stood.push(before.version);
    return [{ kind: 'look-again', site, register, id, version, readiness: before.version + 1, by, at }];
  };
  const from = (await registers.readiness(SITE_ID)).version;
  expect(await registers.keep([first, ...others], { alongside: proofs, effectsOf })).toMatchObject({ ok: true });
  expect(stood).toEqual(Array.from({ length: MOST_AT_ONCE }, (_, n) => from + n));
  const asked = [first, ...others].map(async ({ record: { id } }) => {
    const Key = toKey(effectKey(messageOwner(`register-${SITE_ID}-equipment-${id}-1`), effectId(1, 0)));
    return (await dynamo.client.send(new GetItemCommand({ TableName, Key }))).Item;
  });
  expect((await Promise.all(asked)).filter((item) => item === undefined)).toEqual([]);
});

test('a site with more than one item holds is told so, and nothing is kept', async () => {
  const positions = Array.from({ length: 400 }, (_, rack) => `rack ${rack} ${'x'.repeat(180)}`);
  const all = Array.from({ length: 6 }, (_, n) => kept(vessel({ positions }), { id: `BIG-${n}` }));
  const outcomes = [];
  for (const one of all) outcomes.push(await registers.keep([one]));
  expect(outcomes.at(-1)).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
  expect(await registers.of(SITE_ID, 'equipment', 'BIG-5')).toEqual([]);
});

test('what belongs to the same commit holds, or nothing is kept', async () => {
  const Key = { pk: { S: 'STAFF#gone' }, sk: { S: 'STAFF' } };
  const lost = alongside({ ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_exists(pk)' } });
  const one = kept(vessel(), { id: 'LN2-50' });
  const outcome = await registers.keep([one], { alongside: [lost] });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
  expect(await registers.of(SITE_ID, 'equipment', 'LN2-50')).toEqual([]);
});
