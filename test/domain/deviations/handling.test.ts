import { expect, test } from 'vitest';
import { leftOpen } from '../../../lambdas/domain/audit/left-open.ts';
import { deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { CONCERNS, concernOf } from '../../../lambdas/domain/deviations/concern.ts';
import { classOf, mattersOf } from '../../../lambdas/domain/deviations/matter.ts';
import { openMatters } from '../../../lambdas/domain/deviations/open-matters.ts';
import { endCourse } from '../../../lambdas/domain/journey/close.ts';
import { contentOf } from '../../../lambdas/domain/journey/content.ts';
import { openDeviations } from '../../../lambdas/domain/journey/found-deviations.ts';
import { system } from '../../../lambdas/domain/journey/scribe.ts';
import { settle } from '../../../lambdas/domain/journey/settle.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const raise = (walk: Walk, deviationClass: string, values: Readonly<Record<string, unknown>> = {}) =>
  report(walk, 'deviation-raised', { deviationClass, ...values });

const at = (step: Parameters<Walk['to']>[0]): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};

function find(walk: Walk, ...classes: readonly ('minor' | 'major' | 'critical')[]): void {
  walk.journey.change((scribe) => {
    const ref = { phase: 'Collection', round: 1, step: 'Book the slots' } as const;
    const found = classes.map((one, index) => ({ kind: 'excursion', class: one, ...ref, detail: `found ${index}` }));
    openDeviations(scribe, found, system('test'));
    settle(scribe);
    return ok({ value: undefined });
  });
  walk.machines.deliver();
}

test('what is found of one kind at one step before it is triaged is one matter, and what comes after another', () => {
  const walk = at('Book the slots');
  find(walk, 'major', 'major', 'critical');
  expect(walk.journey.state.phases.filter(({ phase }) => phase === 'Deviation')).toHaveLength(1);
  const [matter] = mattersOf(walk.journey.state);
  expect(matter?.deviations).toHaveLength(3);
  expect(matter && classOf(walk.journey.state, matter)).toBe('critical');
  walk.decide('Triage the deviation');
  find(walk, 'major');
  expect(mattersOf(walk.journey.state).map(({ deviations }) => deviations.length)).toEqual([3, 1]);
});

test('a minor one that a rule found is asked of nobody; one that a person raised is', () => {
  const walk = at('Book the slots');
  find(walk, 'minor');
  expect(isActive(walk.journey.state, 'Deviation')).toBe(false);
  raise(walk, 'minor');
  expect(isActive(walk.journey.state, 'Deviation')).toBe(true);
  walk.decide('Triage the deviation', 'closed');
  expect(isActive(walk.journey.state, 'Deviation')).toBe(false);
});

test('a critical deviation is not closed at its triage, and another class says why', () => {
  const walk = at('Book the slots');
  raise(walk, 'critical');
  const { journey } = walk;
  const triage = () => journey.step('Triage the deviation');
  expect(journey.sign(triage(), 'closed')).toMatchObject({
    refusal: { detail: { problem: 'critical-is-investigated' } },
  });
  const evidence = { ...evidenceOf(triage(), 'investigate', journey), deviationClass: 'minor' };
  expect(journey.sign(triage(), 'investigate', { evidence })).toMatchObject({
    refusal: { detail: { problem: 'class-without-reason' } },
  });
  const foreign = { ...evidenceOf(triage(), 'investigate', journey), containersHeld: ['bag of another'] };
  expect(journey.sign(triage(), 'investigate', { evidence: foreign })).toMatchObject({
    refusal: { detail: { problem: 'not-of-this-course' } },
  });
  const reasoned = { ...evidence, classReason: 'no risk to anybody' };
  expect(journey.sign(triage(), 'investigate', { evidence: reasoned }).ok).toBe(true);
  expect(mattersOf(journey.state).map((matter) => classOf(journey.state, matter))).toEqual(['minor']);
});

test('who investigated does not decide', () => {
  const walk = sceneOf('Decide on the deviation');
  const { journey } = walk;
  const by = journey.step('Investigate the deviation').decision?.by.id ?? '';
  const signer = { id: by, site: journey.state.site.id, roles: ['qa'], assurance: 'pin' } as const;
  expect(journey.sign(journey.step('Decide on the deviation'), 'no-capa', { signer })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('triage is due within a working day, of a critical one within hours', () => {
  const due = (deviationClass: string) => {
    const walk = at('Book the slots');
    raise(walk, deviationClass);
    const { state, protocol } = walk.journey;
    const step = walk.journey.step('Triage the deviation');
    return Date.parse(deadlineOf(state, step, protocol).at) - Date.parse(step.openedAt);
  };
  expect(due('critical')).toBe(4 * 3_600_000);
  expect(due('major')).toBeGreaterThanOrEqual(24 * 3_600_000);
});

test('an investigation is extended once', () => {
  const walk = sceneOf('Investigate the deviation');
  const { phase, round, step } = walk.journey.step('Investigate the deviation');
  const extend = (dueAt: string) => walk.journey.command('extend', { phase, round, step, dueAt });
  expect(extend('2027-03-01T09:00:00.000Z').ok).toBe(true);
  expect(extend('2027-04-01T09:00:00.000Z')).toMatchObject({ refusal: { code: 'conflict' } });
});

test('the course is not closed, and nobody is asked to, before deviation and CAPA are', () => {
  const walk = at('Book the slots');
  raise(walk, 'major');
  walk.command('cancel');
  walk.decide('Stand everything down');
  const { journey } = walk;
  const close = () => journey.sign(journey.step('Close the course'), 'closed');
  expect(walk.isAsked('Close the course')).toBe(false);
  expect(close()).toMatchObject({ refusal: { detail: { problem: 'deviation-open' } } });
  expect(leftOpen(journey.state).join(' ')).toContain('Deviation that is not decided on');
  walk.decide('Triage the deviation');
  walk.decide('Investigate the deviation');
  walk.decide('Decide on the deviation', 'capa');
  expect(isActive(journey.state, 'Capa')).toBe(true);
  expect(close()).toMatchObject({ refusal: { detail: { problem: 'deviation-open' } } });
  walk.decide('Plan the CAPA');
  walk.decide('Check that the CAPA works', 'not-effective');
  walk.decide('Plan the CAPA');
  walk.decide('Check that the CAPA works');
  expect(walk.isAsked('Close the course')).toBe(true);
  expect(leftOpen(journey.state)).toEqual([]);
  expect(close().ok).toBe(true);
});

test('the effectiveness of the CAPA of a minor deviation is not asked for, of another three months after', () => {
  const minor = at('Book the slots');
  raise(minor, 'minor');
  minor.decide('Triage the deviation');
  minor.decide('Investigate the deviation');
  minor.decide('Decide on the deviation', 'capa');
  minor.decide('Plan the CAPA');
  expect(isActive(minor.journey.state, 'Capa')).toBe(false);
  const walk = sceneOf('Check that the CAPA works');
  const { state, protocol } = walk.journey;
  const step = walk.journey.step('Check that the CAPA works');
  expect(step.rungs).toEqual([]);
  expect(Date.parse(deadlineOf(state, step, protocol).at) - Date.parse(step.openedAt)).toBeGreaterThan(
    150 * 86_400_000,
  );
});

test('whoever raises a deviation says what it is about; of an unknown kind it may be the product', () => {
  const walk = at('Book the slots');
  for (const concerns of CONCERNS) {
    raise(walk, 'major', { concerns });
    const [newest] = walk.journey.state.deviations.slice(-1);
    expect(newest && concernOf(walk.journey.state, newest)).toBe(concerns);
  }
  expect(concernOf(walk.journey.state, { kind: 'not-known-here', seq: 0 })).toBe('product');
});

test('what is found by the very commit that ends a course, with nothing booked or made, is triaged before it is closed', () => {
  const walk = at('Confirm eligibility');
  walk.journey.change((scribe) => {
    const ref = { phase: 'Order', round: 1, step: 'Confirm eligibility' } as const;
    openDeviations(scribe, [{ kind: 'against-competent', class: 'critical', ...ref, detail: 'found' }], system('test'));
    endCourse(scribe, 'stopped');
    settle(scribe);
    return ok({ value: undefined });
  });
  walk.machines.deliver();
  expect(walk.journey.state.closed).toBeUndefined();
  while (walk.handleDeviation());
  while (walk.journey.state.closed === undefined) {
    const [open] = walk.journey.open;
    if (open === undefined) throw new Error('expected a step that is asked');
    walk.decide(open.step);
  }
  expect(leftOpen(walk.journey.state)).toEqual([]);
});

test('what a deviation concerns is changed at its triage, with a reason, and closes from then on what that closes', () => {
  const walk = sceneOf('Prescribe the product');
  raise(walk, 'critical', { concerns: 'product' });
  const { journey } = walk;
  const triage = journey.step('Triage the deviation');
  const triages = (values: object) =>
    journey.sign(triage, 'investigate', { evidence: { ...evidenceOf(triage, 'investigate', journey), ...values } });
  expect(openMatters(journey.state)).toHaveLength(1);
  expect(triages({ concerns: 'record' })).toMatchObject({
    refusal: { detail: { path: 'evidence.concernsReason', problem: 'concern-without-reason' } },
  });
  expect(triages({ concerns: 'record', concernsReason: 'only the form was late' }).ok).toBe(true);
  expect(openMatters(journey.state)).toEqual([]);
  walk.machines.deliver();
  const shown = contentOf(journey.state, journey.step('Investigate the deviation'), journey.protocol);
  expect(shown.facts).toContainEqual({ label: 'deviationConcerns', value: 'record' });
});
