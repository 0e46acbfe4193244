import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoCompetence } from '../../../lambdas/adapters/dynamo-competence.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import type { CompetenceRegister } from '../../../lambdas/domain/ports.ts';
import { importCompetence } from '../../../lambdas/registers/import-competence.ts';
import { EXAMPLE_JOINING, exampleStaff } from '../../../local/scenario/staff.ts';
import { startDynoxide, type TestDynamo } from '../../support/dynamodb.ts';
import { randomBytes } from '../../support/journeys.ts';
import { pinKey } from '../../support/pin-key.ts';

let dynamo: TestDynamo;
let staff: WritableStaffRegister;
let competence: CompetenceRegister;
beforeAll(async () => {
  dynamo = await startDynoxide();
  const access = { client: dynamo.client, table: (await dynamo.tables()).identities, randomBytes };
  staff = dynamoStaffRegister({ ...access, pinKey });
  competence = dynamoCompetence(access);
  for (const member of exampleStaff) await staff.putStaff(member, EXAMPLE_JOINING);
});
afterAll(() => dynamo.stop());

const COLUMNS = 'person,task,training,theory_score,observed,required,assessor,assessed_on,valid_until';
const GOOD = 'pharmacist,order-verification,SOP-12 version 4,92,3,3,programme-lead,2027-01-04,2028-01-03';

async function imported(rows: readonly string[], { dryRun = false, by = 'qa', columns = COLUMNS } = {}) {
  const stated = { by, why: 'yearly', at: '2027-01-11T08:00:00.000Z' };
  const importing = { staff, competence, stated, zoneOf: () => 'Europe/Berlin', dryRun };
  const results = await importCompetence(importing, [columns, ...rows].join('\n'));
  if (!results.ok) throw new Error(results.refusal.message);
  return results.value.map(({ line, outcome }) => `${line}: ${outcome.ok ? outcome.value : outcome.refusal.message}`);
}

test('a dry run says what is wrong with every row and changes nothing; an import keeps what is right, once', async () => {
  expect(await imported([GOOD], { dryRun: true })).toEqual(['2: recorded']);
  expect(await competence.of('pharmacist')).toEqual([]);
  expect(await imported([GOOD, GOOD])).toEqual(['2: recorded', '3: as it was']);
  expect(await imported([GOOD])).toEqual(['2: as it was']);
  expect(await competence.of('pharmacist')).toMatchObject([{ what: 'assessed', theoryScore: 92, by: 'qa' }]);
});

test.each([
  ['nobody,thaw,SOP-7,,3,3,programme-lead,2027-01-04,2028-01-03', /person: got nobody/],
  ['nurse,bedside-check,SOP-9,,2,3,programme-lead,2027-01-04,2028-01-03', /observed: got 2, expected 3 or more/],
  ['nurse,bedside-check,SOP-9,,3,3,nurse,2027-01-04,2028-01-03', /assessor: got the person themselves/],
  ['nurse,bedside-check,SOP-9,,3,3,nobody,2027-01-04,2028-01-03', /assessor: got nobody/],
  ['nurse,bedside-check,SOP-9,many,3,3,programme-lead,2027-01-04,2028-01-03', /theoryScore/],
  ['nurse,bedside-check,SOP-9,,3,3,programme-lead,4.1.2027,2028-01-03', /assessedOn/],
  ['qa,receipt,SOP-9,,3,3,programme-lead,2027-01-04,2028-01-03', /by: got the person themselves/],
  ['nurse,bedside-check,SOP-9,,3,3,programme-lead,2027-01-04,2028-01-03,x', /more fields than columns/],
])('%s is refused, and the row after it is not', async (row, why) => {
  const [said, after] = await imported([row, GOOD]);
  expect(said).toMatch(why);
  expect(after).toBe('3: as it was');
});

test('a procedure with its version is recorded beside what was known without it, and neither without the other', async () => {
  const columns = `${COLUMNS},procedure,version`;
  const row = (of: string) => `nurse,crs-icans-care,SOP-9,,3,3,programme-lead,2027-01-04,2028-01-03,${of}`;
  const rows = [row(','), row('SOP-9,4'), row('SOP-9,4'), row('SOP-9,'), row(',4')];
  expect(await imported(rows, { columns })).toEqual([
    '2: recorded',
    '3: recorded',
    '4: as it was',
    expect.stringMatching(/procedure.version/),
    expect.stringMatching(/procedure.id/),
  ]);
});

test('a file that still lists what was revoked brings nothing of it back', async () => {
  const row = 'nurse,bedside-check,SOP-9,,3,3,programme-lead,2027-01-04,2028-01-03';
  expect(await imported([row])).toEqual(['2: recorded']);
  const revoked = {
    what: 'revoked',
    task: 'bedside-check',
    by: 'qa',
    why: 'near miss',
    at: '2027-01-12T08:00:00.000Z',
  } as const;
  expect(await competence.keep('nurse', revoked)).toMatchObject({ ok: true });
  expect(await imported([row])).toEqual(['2: as it was']);
  expect((await staff.find('nurse'))?.competence?.['bedside-check']).toMatchObject([{ revokedAt: revoked.at }]);
});

test('only who keeps the register of the site imports', async () => {
  const [said] = await imported([GOOD.replace('2028', '2029')], { by: 'nurse' });
  expect(said).toMatch(/By: got nurse, expected somebody active/);
});

test('a file without the columns, or with others, is refused as a whole', async () => {
  await expect(imported([GOOD], { columns: COLUMNS.replace('training,', '') })).rejects.toThrow(/none named training/);
  await expect(imported([GOOD], { columns: `${COLUMNS},grade` })).rejects.toThrow(
    /not known in place 10, expected none but/,
  );
});
