import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { seedStaff, staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_PIN, exampleStaff } from '../../local/scenario/staff.ts';
import { runHere } from './run-here.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1 });
  const colleagues = exampleStaff.filter(({ id }) => id === 'physician').map((one) => ({ ...one, id: 'physician-2' }));
  await seedStaff(stage.stack, colleagues);
});
afterAll(() => stage?.stack.stop());

const atmp = (...args: string[]) => runHere(['staff', ...args, '--url', stage.stack.url], { ATMP_PIN: EXAMPLE_PIN });
const UNTIL = ['--until', '2027-02-01T08:00:00+01:00'];
const WHY = ['--why', 'on holiday', '--by', 'qa'];
const calendarOf = async (id: string) => (await staffRegisterOf(stage.stack).find(id))?.calendar;

test('steps are handed over, listed and taken back', async () => {
  const made = await atmp('delegate', 'physician', 'physician-2', '--role', 'physician', ...UNTIL, ...WHY);
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/physician-2 signs for physician as physician/) });
  const [one] = (await calendarOf('physician-2'))?.delegations ?? [];
  expect(one).toMatchObject({
    by: 'physician',
    scope: { kind: 'all' },
    until: '2027-02-01T07:00:00.000Z',
    madeBy: 'qa',
  });
  expect(JSON.parse((await atmp('delegations', 'physician')).out)).toMatchObject({ delegations: [one] });
  expect((await atmp('undelegate', 'physician', one?.id ?? '', '--by', 'qa')).code).toBe(0);
  expect((await calendarOf('physician'))?.delegations[0]?.ended).toMatchObject({ by: 'qa' });
  expect((await atmp('undelegate', 'physician', one?.id ?? '', '--by', 'qa')).code).toBe(1);
});

test.each([
  ['to who holds no such role', ['physician', 'nurse', '--role', 'physician'], /got nurse, expected physician/],
  [
    'of steps nobody knows',
    ['physician', 'physician-2', '--role', 'physician', '--steps', 'Confirm eligibility; Dance'],
    /got Dance/,
  ],
])('nothing is handed over %s', async (_, args, why) => {
  const { code, complaint } = await atmp('delegate', ...args, ...UNTIL, ...WHY);
  expect({ code, complaint }).toEqual({ code: 1, complaint: expect.stringMatching(why) });
});

test('nothing is handed over by who keeps no register, nor without a PIN', async () => {
  const asked = ['delegate', 'physician', 'physician-2', '--role', 'physician', ...UNTIL, '--why', 'on holiday'];
  expect(await atmp(...asked, '--by', 'physician-2')).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('they keep the register'),
  });
  const unproved = await runHere(['staff', ...asked, '--by', 'qa', '--url', stage.stack.url]);
  expect(unproved).toMatchObject({ code: 1, complaint: expect.stringContaining('ATMP_PIN') });
});

test('who hands over does it by their own PIN, and either of the two ends it', async () => {
  const asked = ['delegate', 'physician', 'physician-2', '--role', 'physician', ...UNTIL, '--why', 'on holiday'];
  expect(await atmp(...asked, '--by', 'Physician')).toMatchObject({ code: 0 });
  const one = (await calendarOf('physician-2'))?.delegations.find(({ ended }) => ended === undefined);
  expect(one).toMatchObject({ by: 'physician', madeBy: 'physician' });
  const end = ['undelegate', 'physician', one?.id ?? '', '--by'];
  expect(await atmp(...end, 'physician-2')).toMatchObject({ code: 0 });
});

test.each([
  ['away', ['nurse', ...UNTIL]],
  ['back', ['nurse', 'an-absence']],
  ['rota', ['no-file.txt', '--site', 'university-hospital']],
  ['shifts', ['no-file.txt', '--site', 'university-hospital']],
  ['team', ['night', '--name', 'Night', '--role', 'nurse', '--site', 'university-hospital', '--mail', 'n@h.example']],
  ['mails', ['nurse', '--as', 'digest', '--why', 'asked for it']],
])('%s takes somebody who keeps the register', async (command, args) => {
  const tried = await atmp(command, ...args, '--by', 'physician');
  expect(tried).toMatchObject({ code: 1, complaint: expect.stringContaining('they keep the register') });
});

test('an absence is kept, and ended', async () => {
  expect((await atmp('away', 'nurse', ...UNTIL, '--by', 'QA')).code).toBe(0);
  const [one] = (await calendarOf('nurse'))?.absences ?? [];
  expect(one).toMatchObject({ who: 'nurse', until: '2027-02-01T07:00:00.000Z', madeBy: 'qa' });
  expect((await atmp('back', 'nurse', one?.id ?? '', '--by', 'qa')).code).toBe(0);
  expect((await calendarOf('nurse'))?.absences[0]?.ended).toMatchObject({ by: 'qa' });
});

test('a rota is written from a file of people of the site, and says where nobody is on call', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-rota-')), 'rota.txt');
  const write = (who: string) =>
    writeFileSync(file, `[physician]\n2027-01-11 17:00  2027-01-20 08:00  ${who}  +49 30 1234\n`);
  const args = ['rota', file, '--site', 'university-hospital', '--by', 'qa'];
  write('registry');
  expect(await atmp(...args)).toMatchObject({ code: 1, complaint: expect.stringMatching(/registry: got registry/) });
  write('physician-2');
  const { code, out } = await atmp(...args);
  expect(code).toBe(0);
  expect(out).toContain('nobody on call from 2027-01-20T16:00:00.000Z until 2027-01-21T07:00:00.000Z');
  const shown = JSON.parse((await atmp('rotas', 'university-hospital', 'physician')).out);
  expect(shown.rota).toMatchObject({ shifts: [{ who: 'physician-2', contact: '+49 30 1234' }], writtenBy: 'qa' });
});

test('who is on site is written from a file of people of the site', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'atmp-shifts-')), 'shifts.txt');
  const args = ['shifts', file, '--site', 'university-hospital', '--by', 'qa'];
  const write = (who: string) =>
    writeFileSync(file, `lead: nurse\n2027-01-11 06:00  2027-01-11 14:30  early: nurse ${who}\n`);
  write('stranger');
  expect(await atmp(...args)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('stranger: expected active'),
  });
  write('physician-2');
  expect(await atmp(...args)).toMatchObject({ code: 0, out: expect.stringContaining('1 shifts, led by nurse') });
  const { rota, people } = await staffRegisterOf(stage.stack).onDuty('university-hospital', [
    '2027-01-11T06:00:00.000Z',
  ]);
  expect(rota).toMatchObject({ lead: 'nurse', shifts: [{ name: 'early' }] });
  expect(people.map(({ id }) => id)).toEqual(['nurse', 'physician-2']);
});
