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

const WHY = ['--by', 'qa', '--why', 'yearly'];
const TASK = ['--task', 'order-verification'];

test('assessments are imported and revoked, and whether they were allowed is answered for any instant', async () => {
  const atmp = (...args: string[]) => runAtmp([...args, '--url', stage.stack.url]);
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-register-')), 'competence.csv');
  const row = 'pharmacist,order-verification,SOP-12 version 4,3,3,programme-lead,2027-01-04,2028-01-03';
  writeFileSync(file, `person,task,training,observed,required,assessor,assessed_on,valid_until\n${row}\n`);
  expect((await atmp('register', 'import', file, ...WHY)).out).toBe('line 2: pharmacist: recorded\n');
  const allowed = (at: string) => atmp('allowed', '--person', 'pharmacist', ...TASK, '--at', at);
  const [within, after, before] = await Promise.all([
    allowed('2028-01-03T12:00:00+01:00'),
    allowed('2028-01-04T00:00:00+01:00'),
    allowed('2027-01-05T12:00:00+01:00'),
  ]);
  expect(within).toMatchObject({ code: 0, out: expect.stringContaining('order-verification: SOP-12 version 4') });
  expect(after).toMatchObject({ code: 1, complaint: expect.stringContaining('lapsed after 2028-01-03') });
  // Assessed by that day, and entered only a week later: an inspector is told both.
  expect(before).toMatchObject({ code: 1, complaint: expect.stringContaining('Entered only') });
  expect((await atmp('register', 'revoke-competence', 'pharmacist', ...TASK, ...WHY)).code).toBe(0);
  expect((await allowed('2028-01-03T12:00:00+01:00')).complaint).toContain('revoked');
  expect(JSON.parse((await atmp('register', 'competence', 'pharmacist')).out)).toHaveLength(2);
});
