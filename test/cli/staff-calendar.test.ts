import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedStage, type Stage, seedStaff, staffRegisterOf } from '../../local/scenario/embedded-stage.ts';
import { exampleStaff } from '../../local/scenario/staff.ts';
import { runAtmp } from './run-atmp.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1 });
  const colleagues = exampleStaff.filter(({ id }) => id === 'physician').map((one) => ({ ...one, id: 'physician-2' }));
  await seedStaff(stage.stack, colleagues);
});
afterAll(() => stage?.stack.stop());

const atmp = (...args: string[]) => runAtmp(['staff', ...args, '--url', stage.stack.url]);
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
  ['of a role they do not hold', ['nurse', 'physician', '--role', 'physician'], /expected one that nurse holds/],
  ['of nobody', ['nobody', 'physician', '--role', 'physician'], /expected a member of staff/],
  ['of no role', ['physician', 'physician-2', '--role', 'doctor'], /expected one of coordinator/],
  [
    'of steps nobody knows',
    ['physician', 'physician-2', '--role', 'physician', '--steps', 'Confirm eligibility; Dance'],
    /got Dance/,
  ],
])('nothing is handed over %s', async (_, args, why) => {
  const { code, complaint } = await atmp('delegate', ...args, ...UNTIL, ...WHY);
  expect({ code, complaint }).toEqual({ code: 1, complaint: expect.stringMatching(why) });
});

test('an absence is kept, and ended', async () => {
  expect((await atmp('away', 'nurse', ...UNTIL, '--by', 'qa')).code).toBe(0);
  const [one] = (await calendarOf('nurse'))?.absences ?? [];
  expect(one).toMatchObject({ who: 'nurse', until: '2027-02-01T07:00:00.000Z', madeBy: 'qa' });
  expect((await atmp('back', 'nurse', one?.id ?? '', '--by', 'qa')).code).toBe(0);
  expect((await calendarOf('nurse'))?.absences[0]?.ended).toMatchObject({ by: 'qa' });
  const never = await atmp('away', 'nurse', '--until', 'tomorrow', '--by', 'qa');
  expect(never).toMatchObject({ code: 1, complaint: expect.stringMatching(/--until: got tomorrow/) });
});
