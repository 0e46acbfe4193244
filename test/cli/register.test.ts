import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { runAtmp } from './run-atmp.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1 });
});
afterAll(() => stage?.stack.stop());

const atmp = (...args: string[]) => runAtmp([...args, '--url', stage.stack.url]);
const COLUMNS = 'person,task,training,theory_score,observed,required,assessor,assessed_on,valid_until';
const GOOD = 'pharmacist,order-verification,SOP-12 version 4,92,3,3,programme-lead,2027-01-04,2028-01-03';
const WHY = ['--by', 'qa', '--why', 'yearly'];
const fileOf = (...rows: string[]): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'competence.csv');
  writeFileSync(file, [COLUMNS, ...rows].join('\n'));
  return file;
};

test('a dry run says what is wrong with every row and changes nothing; an import keeps what is right, once', async () => {
  const file = fileOf(
    GOOD,
    'nobody,thaw,SOP-7,,3,3,programme-lead,2027-01-04,2028-01-03',
    'nurse,bedside-check,SOP-9,,2,3,programme-lead,2027-01-04,2028-01-03',
    'nurse,bedside-check,SOP-9,,3,3,nurse,2027-01-04,2028-01-03',
    'nurse,bedside-check,SOP-9,many,3,3,programme-lead,2027-01-04,2028-01-03',
    'qa,receipt,SOP-9,,3,3,programme-lead,2027-01-04,2028-01-03',
  );
  const dry = await atmp('register', 'import', file, '--dry-run', ...WHY);
  expect(dry).toMatchObject({ code: 1, complaint: expect.stringContaining('5 of 6 rows refused') });
  const said = dry.out.trim().split('\n');
  expect(said[0]).toBe('line 2: pharmacist: recorded');
  expect(said[1]).toContain('person: got nobody');
  expect(said[2]).toContain('observed: got 2, expected 3 or more');
  expect(said[3]).toContain('assessor: got the person themselves');
  expect(said[4]).toContain('theoryScore');
  expect(said[5]).toContain('by: got the person themselves');
  expect((await atmp('register', 'competence', 'pharmacist')).out.trim()).toBe('[]');

  expect((await atmp('register', 'import', file, ...WHY)).code).toBe(1);
  expect(JSON.parse((await atmp('register', 'competence', 'pharmacist')).out)).toMatchObject([
    { what: 'assessed', theoryScore: 92, by: 'qa', why: 'yearly' },
  ]);
  const again = await atmp('register', 'import', fileOf(GOOD), ...WHY);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('as it was') });
  const byAnybody = await atmp(
    'register',
    'import',
    fileOf(GOOD.replace('2028', '2029')),
    '--by',
    'nurse',
    '--why',
    'x',
  );
  expect(byAnybody).toMatchObject({ code: 1, out: expect.stringContaining('expected somebody active') });
});

test('whether they were allowed is answered for any instant, also when it was taken back', async () => {
  await atmp('register', 'import', fileOf(GOOD), ...WHY);
  const allowed = (at: string) => atmp('allowed', '--person', 'pharmacist', '--task', 'order-verification', '--at', at);
  expect(await allowed('2028-01-03T12:00:00+01:00')).toMatchObject({
    code: 0,
    out: expect.stringContaining('yes, 2028-01-03T11:00:00.000Z. order-verification: SOP-12 version 4'),
  });
  expect(await allowed('2028-01-04T00:00:00+01:00')).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('lapsed after 2028-01-03'),
  });
  // Assessed on that day, and entered a week later: an inspector is told both.
  expect(await allowed('2027-01-05T12:00:00+01:00')).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('Entered only'),
  });
  const task = ['--task', 'order-verification'];
  expect((await atmp('register', 'revoke-competence', 'pharmacist', ...task, ...WHY)).code).toBe(0);
  expect((await allowed('2028-01-03T12:00:00+01:00')).complaint).toContain('revoked');
  expect((await atmp('register', 'revoke-competence', 'pharmacist', ...task, ...WHY)).code).toBe(1);
});
