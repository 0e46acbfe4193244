import { expect, test } from 'vitest';
import { executionName } from '../../../lambdas/domain/journey/effects.ts';
import { executionEnded, parseExecutionName } from '../../../lambdas/domain/journey/execution-ended.ts';
import { stepLapsed } from '../../../lambdas/domain/journey/open-step.ts';
import { summaryOf } from '../../../lambdas/domain/journey/summary.ts';
import { findingOf, repair } from '../../../lambdas/domain/journey/sweep.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { PHASES } from '../../../lambdas/domain/vocabulary.ts';
import { endCourse } from '../../support/ending.ts';
import { JOURNEY_ID } from '../../support/journey-driver.ts';
import { givenAfterExpiry, showExpiry } from '../../support/many-containers.ts';
import { Walk } from '../../support/walk.ts';

const ended = ({ journey, machines }: Walk, name: string) => {
  const execution = parseExecutionName(name);
  if (execution === undefined) throw new Error(`${name} is the name of an execution`);
  const outcome = journey.change((scribe) => ok({ value: executionEnded(scribe, execution, 'FAILED') }));
  machines.deliver();
  return outcome.ok ? outcome.value : outcome.refusal.code;
};
const summary = ({ journey }: Walk) => summaryOf(journey.state, journey.protocol, journey.bindings, journey.now);

test('an execution name can be read back, and nothing else is taken for one', () => {
  for (const phase of [...PHASES, 'PatientJourney'] as const) {
    const name = executionName(JOURNEY_ID, phase, 12, 3);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(parseExecutionName(name)).toEqual({ journeyId: JOURNEY_ID, phase, round: 12, run: 3 });
  }
  for (const other of ['', 'x', `${JOURNEY_ID}-Order-1`, `${JOURNEY_ID}-Order-1-1-1`, `${JOURNEY_ID}-Order-a-1`]) {
    expect(parseExecutionName(other)).toBeUndefined();
  }
});

test('an execution that failed is replaced once, three times a day, and only while it is needed', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  const name = (run: number) => executionName(JOURNEY_ID, 'Collection', 1, run);
  expect(ended(walk, executionName(JOURNEY_ID, 'Order', 1, 1))).toBe('not-needed');
  expect(ended(walk, name(1))).toBe('replaced');
  expect(ended(walk, name(1))).toBe('not-needed');
  expect(ended(walk, executionName(JOURNEY_ID, 'PatientJourney', 1, 1))).toBe('not-needed');
  expect(ended(walk, executionName(JOURNEY_ID, 'PatientJourney', 1, 2))).toBe('replaced');
  expect(ended(walk, name(3))).toBe('replaced');
  expect(ended(walk, name(4))).toBe('too-often');
  walk.journey.pass('P1D');
  expect(ended(walk, name(4))).toBe('replaced');
  const told = walk.journey.history.filter(
    ({ effect }) =>
      effect.kind === 'mail' && effect.notice.about === 'journey' && effect.notice.what === 'run-replaced',
  );
  expect(told).toHaveLength(4);
  expect(walk.machines.waiting).toBe(1);
  walk.command('cancel');
  expect(ended(walk, name(5))).toBe('not-needed');
});

test('a visit that failed is replaced; the hub that ended before is not needed for it', () => {
  const walk = new Walk();
  walk.toFollowUp();
  while (walk.journey.open.length === 0) walk.runTo(walk.nextDue());
  const { run } = walk.journey.state;
  expect(ended(walk, executionName(JOURNEY_ID, 'PatientJourney', 1, run))).toBe('not-needed');
  expect(ended(walk, executionName(JOURNEY_ID, 'FollowUpVisit', 2, run))).toBe('not-needed');
  expect(ended(walk, executionName(JOURNEY_ID, 'FollowUpVisit', 1, run))).toBe('replaced');
  expect(walk.machines.waiting).toBe(walk.journey.open.length);
});

test('a step at its timeout is no verdict: its run is replaced, a person is told, and it waits on', () => {
  const walk = new Walk();
  const { phase, round, step } = walk.to('Check certificate');
  const lapse = (run: number) =>
    walk.journey.change((scribe) => ok({ value: stepLapsed(scribe, { phase, round, step, run }) }));
  expect(lapse(1)).toEqual({ ok: true, value: { schemaVersion: 1, outcome: 'superseded' } });
  expect(walk.journey.state.run).toBe(2);
  expect(lapse(1)).toEqual({ ok: true, value: { schemaVersion: 1, outcome: 'superseded' } });
  expect(walk.journey.state.run).toBe(2);
  walk.machines.deliver();
  expect(walk.machines.waiting).toBe(walk.journey.open.length);
  walk.decide('Check certificate');
  expect(lapse(2)).toEqual({ ok: true, value: { schemaVersion: 1, outcome: 'decided', decision: 'certified' } });
});

test('the sweep steps in after an hour: for a phase nobody waits in, and for a waking that did not come', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  const hour = (from: string, duration: string) => plus(from, duration, 'UTC');
  const attended = summary(walk);
  expect(attended).toMatchObject({ unattended: false, phase: 'Collection', anomalies: 0 });
  expect(findingOf(attended, hour(attended.nextDueAt ?? '', 'PT1H'))).toBe('well');
  expect(findingOf(attended, hour(attended.nextDueAt ?? '', 'PT61M'))).toBe('overdue-wake');
  walk.journey.bindings = {};
  const lost = summary(walk);
  expect(findingOf(lost, hour(lost.changedAt, 'PT59M'))).toBe('well');
  expect(findingOf(lost, hour(lost.changedAt, 'PT61M'))).toBe('stuck');
  const { nextDueAt: _due, ...nothingDue } = { ...attended, openSteps: [] };
  expect(findingOf(nothingDue, hour(attended.changedAt, 'PT2H'))).toBe('stuck');
});

test('a waking that did not come is made up for by the sweep', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.journey.pass('P9D');
  walk.journey.change((scribe, stored) => ok({ value: repair(scribe, stored.bindings) }));
  expect(walk.journey.step('Record apheresis').rungs).toEqual(['asked', 'slot-tomorrow-1', 'due', 'overdue']);
  expect(walk.journey.state.run).toBe(1);
});

test('what a correction showed of a closed journey is opened by the sweep too, where its schedule was lost', () => {
  const walk = givenAfterExpiry();
  const { journey } = walk;
  endCourse(walk);
  walk.to('Close the course');
  walk.decide('Close the course');
  expect(summary(walk)).not.toHaveProperty('nextDueAt');
  showExpiry(walk);
  const left = journey.state.found.length;
  expect(left).toBeGreaterThan(0);
  for (let days = 0; days < 10 && journey.state.found.length > 0; days += 1) {
    journey.pass('P1D');
    expect([summary(walk).status, findingOf(summary(walk), journey.now)]).toEqual(['closed', 'overdue-wake']);
    journey.change((scribe, stored) => ok({ value: repair(scribe, stored.bindings) }));
  }
  expect(journey.state.found).toEqual([]);
  const opened = journey.state.deviations.filter(({ found }) => found !== undefined);
  expect(opened.length).toBeGreaterThan(left);
  expect(summary(walk)).not.toHaveProperty('nextDueAt');
});

test('a summary says where the journey is, when it is next due, and how it ended', () => {
  const walk = new Walk();
  walk.toFollowUp();
  expect(summary(walk)).toMatchObject({ phase: 'FollowUp', status: 'open', unattended: false, openSteps: [] });
  expect(summary(walk).nextDueAt).toBe(walk.nextDue());
  walk.command('hold');
  expect(summary(walk).status).toBe('held');
  endCourse(walk);
  expect(summary(walk)).toMatchObject({ phase: 'Closure', openSteps: ['Stand everything down'] });
  walk.command('resume');
  walk.decide('Stand everything down');
  walk.decide('Close the course');
  const closed = summary(walk);
  expect(closed).toMatchObject({ phase: 'Closed', status: 'closed', outcome: 'died', unattended: false });
  expect(closed).not.toHaveProperty('nextDueAt');
});
