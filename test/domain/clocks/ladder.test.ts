import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { dueItems, nextDue } from '../../../lambdas/domain/clocks/next-due.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { perform, script } from '../../support/script.ts';
import { Walk } from '../../support/walk.ts';
import { told, writtenTo } from './told.ts';

const atFunding = (): Walk => {
  const walk = new Walk();
  walk.to('Confirm funding');
  return walk;
};
const later = (walk: Walk, duration: string) => walk.runTo(plus(walk.journey.now, duration, 'UTC'));

test('every rung is told once, in order and at its time, and the last repeats every week until a person acts', () => {
  const walk = atFunding();
  const step = walk.journey.step('Confirm funding');
  later(walk, 'P37D');
  expect(told(walk, step)).toEqual([
    'asked @0',
    'half @7.5',
    'nearly @13.5',
    'due @14.5',
    // At eight in the evening no funder can be asked: in the morning.
    'overdue @15.5',
    'weekly-1 @22.5',
    'weekly-2 @29.5',
    'weekly-3 @36.5',
  ]);
  expect(writtenTo(walk, step).slice(2, 5)).toEqual([
    'nearly: pharmacist',
    'due: pharmacist, coordinator',
    'overdue: pharmacist, coordinator, programme-lead',
  ]);
  walk.decide('Confirm funding');
  const { length } = told(walk, step);
  later(walk, 'P30D');
  expect(told(walk, step)).toHaveLength(length);
});

test('a waking that comes weeks late sends one mail, to everybody the missed rungs were for', () => {
  const walk = atFunding();
  const step = walk.journey.step('Confirm funding');
  walk.journey.pass('P30D');
  walk.wake();
  expect(told(walk, step)).toEqual([
    'asked @0',
    'half @30 silent',
    'nearly @30 silent',
    'due @30 silent',
    'overdue @30 silent',
    'weekly-2 @30',
  ]);
  expect(writtenTo(walk, step)).toEqual(['asked: pharmacist', 'weekly-2: pharmacist, coordinator, programme-lead']);
});

test('a visit opened long after its time is asked of the physician, in one mail with those it escalates to', () => {
  const walk = new Walk();
  walk.toFollowUp();
  walk.journey.pass('P83D');
  walk.wake();
  const step = walk.journey.open.find(({ round }) => round === 1);
  if (step === undefined) throw new Error('the first visit is open');
  expect(told(walk, step)).toEqual([
    'asked @0 silent',
    'due @0 silent',
    'overdue @0 silent',
    'overdue-30 @0 silent',
    'overdue-60 @0',
  ]);
  expect(writtenTo(walk, step)).toEqual(['overdue-60: physician, coordinator, registry, programme-lead']);
});

test('the next due instant is when something is done: nothing before it, something at it, nothing left after', () => {
  fc.assert(
    fc.property(
      script,
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
      fc.boolean(),
      (acts, jumps, held) => {
        const walk = new Walk();
        for (const act of acts) perform(walk, act);
        const { journey } = walk;
        if (held) journey.command('hold');
        for (const days of jumps) {
          const due = nextDue(journey.state, journey.protocol);
          expect(due).toBe(
            dueItems(journey.state, journey.protocol)
              .map(({ at }) => at)
              .sort()[0],
          );
          if (due === undefined) break;
          const { length } = journey.events;
          const [before, at] = [minus(due, 'PT0.001S', 'UTC'), plus(due, `P${days - 1}D`, 'UTC')];
          if (before > journey.now) {
            journey.now = before;
            walk.wake();
            expect(journey.events.length).toBe(length);
          }
          journey.now = at;
          walk.wake();
          expect(journey.events.length).toBeGreaterThan(length);
          expect((nextDue(journey.state, journey.protocol) ?? '9') > journey.now).toBe(true);
        }
        for (const step of Object.values(journey.state.steps)) expect(new Set(step.rungs).size).toBe(step.rungs.length);
      },
    ),
    { numRuns: 25 },
  );
});

test('the schedule is written anew exactly when the next due instant moved', () => {
  const walk = atFunding();
  const schedules = () => walk.journey.history.filter(({ effect }) => effect.kind === 'schedule').length;
  const before = schedules();
  const ref = { phase: 'Order', round: 1, step: 'Confirm funding' };
  walk.command('resend', ref);
  expect(schedules()).toBe(before);
  walk.command('hold');
  expect(schedules()).toBe(before + 1);
  walk.command('cancel');
  expect(schedules()).toBe(before + 2);
});

test('an extension starts the ladder anew, and says nothing before its time', () => {
  const walk = atFunding();
  const { phase, round, step } = walk.journey.step('Confirm funding');
  later(walk, 'P15D');
  walk.command('extend', { phase, round, step, dueAt: plus(walk.journey.now, 'P10D', 'UTC') });
  const opened = walk.journey.step(step);
  const { length } = told(walk, opened);
  expect(deadlineOf(walk.journey.state, opened, walk.journey.protocol).at).toBe(plus(walk.journey.now, 'P10D', 'UTC'));
  later(walk, 'P14D');
  expect(told(walk, opened).slice(length)).toEqual(['half @20.5', 'nearly @23.5', 'due @27.5 silent', 'overdue @27.5']);
});
