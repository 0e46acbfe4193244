import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoCompetence } from '../../lambdas/adapters/dynamo-competence.ts';
import { csvText } from '../../lambdas/domain/csv.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import { type Mirrored, mirrorKey } from '../../lambdas/domain/registers/mirrors.ts';
import { accessTo, registersOf } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { synthTemplates } from '../../local/template/synth.ts';
import type { StackTemplate } from '../../local/template/template-set.ts';
import { vessel } from '../support/registers.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';

const MIRRORS = [
  { site: EXAMPLE_SITE, register: 'equipment', system: 'eqms', keepers: ['qa'], within: 'P2D' },
  { site: EXAMPLE_SITE, register: 'competence', system: 'lms', keepers: ['qa', 'programme-lead'], within: 'P60D' },
];

/** The application of a site of which two registers are kept elsewhere. */
async function templatesWithMirrors(): Promise<readonly StackTemplate[]> {
  const text = JSON.stringify(await synthTemplates());
  return JSON.parse(text.replaceAll('"MIRRORS":"[]"', `"MIRRORS":${JSON.stringify(JSON.stringify(MIRRORS))}`));
}

const DAY_MS = 86_400_000;
let stage: TestStage;
beforeAll(async () => {
  stage = await testStage({ templates: await templatesWithMirrors(), tables: 'memory', restWhenIdle: false });
});
afterAll(() => stage.stack.stop());

async function put(register: Mirrored, text: string, site = EXAMPLE_SITE): Promise<void> {
  const { stack } = stage;
  const bucket = stack.model.buckets.find(({ logicalId }) => logicalId === 'Mirrors')?.name;
  const { s3 } = stack.clientsFor();
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: mirrorKey(site, register), Body: text }));
  await stack.clock.idle();
}

const rowsOf = (all: Readonly<Record<string, object>>): string =>
  csvText(
    ['id', ...registers.equipment.columns],
    Object.entries(all).map(([id, entry]) => ({ id, ...registers.equipment.toRow(entry) })),
  );
const versions = (id: string) => registersOf(stage.stack).of(EXAMPLE_SITE, 'equipment', id);
const mails = (what: string) => stage.stack.outbox().filter(({ tags }) => tags.kind === `mirror-${what}`);
const readers = (what: string) => mails(what).map(({ to }) => to.join().split('@')[0]);

test('what another system put there is taken in the name of who answers for it; the same again changes nothing until it grows old', async () => {
  const file = rowsOf({ 'LN2-3': vessel(), 'LN2-4': vessel({ name: 'LN2 vessel 4' }) });
  await put('equipment', file);
  const [first, ...more] = await versions('LN2-3');
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ by: 'qa', why: 'export of eqms', entry: { name: 'LN2 vessel 3' } },
    mirror: { system: 'eqms', id: 'LN2-3', asOf: '2027-01-11T08:00:00.000Z' },
  });
  await stage.stack.clock.advance(DAY_MS);
  await put('equipment', file);
  expect(await versions('LN2-3')).toHaveLength(1);
  // A third of the seven days is over: as of when it is known is kept anew, and nothing else.
  await stage.stack.clock.advance(3 * DAY_MS);
  await put('equipment', file);
  expect(await versions('LN2-3')).toMatchObject([{}, { version: 2, mirror: { asOf: '2027-01-15T08:00:00.000Z' } }]);
  expect(stage.stack.outbox().filter(({ tags }) => /^mirror-(?!late)/.test(tags.kind ?? ''))).toEqual([]);
  expect(stage.functionErrors).toEqual([]);
});

test('an event that comes twice, or after a newer one, is known', async () => {
  const again = async (at: string) =>
    stage.stack.invoke('take-mirror', { schemaVersion: 1, key: mirrorKey(EXAMPLE_SITE, 'equipment'), at });
  expect(await again('2027-01-15T08:00:00Z')).toMatchObject({ payload: { outcome: 'known' } });
  expect(await again('2027-01-12T08:00:00Z')).toMatchObject({ payload: { outcome: 'known' } });
});

test('one row that is refused keeps back all: who answers for it is told of each fault and where, and of nothing else', async () => {
  await stage.stack.clock.advance(60_000);
  const wrong = vessel({ calibration: { certificate: 'CAL-4', on: '2027-02-01', due: '2026-02-01' } });
  await put('equipment', rowsOf({ 'LN2-3': vessel({ name: 'Vessel three' }), 'LN2-4': wrong, 'Jane Doe': vessel() }));
  expect((await versions('LN2-3')).at(-1)?.entry.name).toBe('LN2 vessel 3');
  const [mail, ...others] = mails('refused');
  expect([others, mail?.to]).toEqual([[], ['qa@hospital.example']]);
  expect(mail?.text).toMatch(/line 3 LN2-4: .*calibration.due: got 2026-02-01/);
  expect(mail?.text).toMatch(/line 4: /);
  expect(mail?.text).not.toMatch(/line 2|Jane/);
});

test('what is no export of the register is refused, and what it holds is not repeated', async () => {
  const seen = mails('refused').length;
  await stage.stack.clock.advance(60_000);
  await put('equipment', 'Doe,Jane,1960-02-03\nRoe,John,1961-02-03\n');
  const text = mails('refused').at(-1)?.text ?? '';
  expect(mails('refused')).toHaveLength(seen + 1);
  expect(text).toContain('columns: got none named id');
  await stage.stack.clock.advance(60_000);
  await put('equipment', rowsOf({}));
  expect(mails('refused').at(-1)?.text).toContain('got no row');
  expect(text).not.toMatch(/jane|1960/i);
});

test('of what is kept here nothing is taken: neither a register whose master is here, nor an entry', async () => {
  const { stack } = stage;
  const own = await registersOf(stack).readiness(EXAMPLE_SITE);
  await put('shippers', 'id,name\nS-1,Shipper\n');
  expect(mails('refused').at(-1)?.text).toContain(`shippers of ${EXAMPLE_SITE} is kept here`);
  const kept = { site: EXAMPLE_SITE, id: 'LN2-9', by: 'qa', why: 'new', at: await stage.world.now() };
  await stage.world.keep?.({ register: 'equipment', entry: vessel(), ...kept });
  await stack.clock.advance(60_000);
  await put('equipment', rowsOf({ 'LN2-9': vessel({ name: 'Taken over' }) }));
  expect(mails('refused').at(-1)?.text).toContain('equipment LN2-9: is kept here');
  expect(await versions('LN2-9')).toHaveLength(1);
  expect((await registersOf(stack).readiness(EXAMPLE_SITE)).entries).toHaveLength(own.entries.length + 1);
});

test('assessments of the training system come the same way; of who keeps them another says so', async () => {
  const columns = 'person,task,training,observed,required,assessor,assessed_on,valid_until';
  const row = (person: string) => `${person},thaw,SOP-7 version 2,3,3,physician,2027-01-04,2028-01-03`;
  await put('competence', [columns, row('nurse'), row('qa')].join('\n'));
  const competence = dynamoCompetence(accessTo(stage.stack));
  expect(await competence.of('nurse')).toMatchObject([{ by: 'qa', why: 'export of lms' }]);
  expect(await competence.of('qa')).toMatchObject([{ by: 'programme-lead' }]);
  await stage.stack.clock.advance(60_000);
  await put('competence', [columns, row('nurse'), row('pharmacist'), row('nobody')].join('\n'));
  expect(await competence.of('pharmacist')).toEqual([]);
  expect(mails('refused').at(-1)?.text).toContain('line 4 nobody: person: got nobody');
  expect(stage.functionErrors).toEqual([]);
});

test('an export that does not come, and what is about to be too old, are told once to who sees to it, before a gate does not know', async () => {
  const late = mails('late').length;
  await stage.stack.clock.advance(3 * DAY_MS);
  expect(mails('late').length).toBe(late + 1);
  expect(mails('ageing')).toEqual([]);
  // Read last on the 15th, seven days are allowed.
  await stage.stack.clock.advance(3.5 * DAY_MS);
  expect((await stage.world.now()) < '2027-01-22T08:00').toBe(true);
  const [mail, ...others] = mails('ageing');
  expect([others, mail?.to]).toEqual([[], ['cell-lab@hospital.example']]);
  expect(mail?.text).toContain('LN2-3: LN2 vessel 3');
  expect(mail?.text).toContain('atmp register confirm');
  await stage.stack.clock.advance(3 * DAY_MS);
  expect(readers('ageing')).toHaveLength(1);
  expect(readers('too-old').toSorted()).toEqual(['cell-lab', 'qa']);
  expect(mails('late').length).toBe(late + 1);
  expect(stage.functionErrors).toEqual([]);
});

test('an entry that is closed there has what was signed minutes before looked at again, with what the function may do', async () => {
  await orderJourney(stage, { order: 'MIRROR-1' });
  await put('equipment', rowsOf({ 'LN2-3': vessel({ status: 'QUARANTINED', because: 'leaks' }) }));
  expect((await versions('LN2-3')).at(-1)?.entry.status).toBe('QUARANTINED');
  const unused = stage.stack.unusedStatements().filter(({ role }) => role === 'TakeMirrorRole');
  expect(unused.map(({ statement }) => statement)).toEqual([]);
  expect(stage.functionErrors).toEqual([]);
});

test('a file of no register leads to operations', async () => {
  await put('equipment', 'id\n', 'elsewhere');
  expect(stage.functionErrors.join()).toContain('expected mirrors/<site>/<register>.csv');
});

test('of two exports that were put there in one second the second is taken too', async () => {
  await stage.stack.clock.advance(60_000);
  await put('equipment', rowsOf({ 'LN2-7': vessel({ name: 'Vessel seven' }) }));
  await put('equipment', rowsOf({ 'LN2-7': vessel({ name: 'Vessel 7' }) }));
  const [first, second, ...more] = await versions('LN2-7');
  expect([first?.entry.name, second?.entry.name, more]).toEqual(['Vessel seven', 'Vessel 7', []]);
  expect(second?.mirror?.asOf).toBe(first?.mirror?.asOf);
  const seen = mails('refused').length;
  await put('equipment', 'no table');
  await put('equipment', 'nor this');
  expect(mails('refused')).toHaveLength(seen + 2);
});
