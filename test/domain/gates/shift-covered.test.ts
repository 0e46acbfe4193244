import { expect, it, test } from 'vitest';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { closedAlready } from '../../../lambdas/domain/sign-off/closed-already.ts';
import { asksOnDuty } from '../../../lambdas/domain/sign-off/registers-asked.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { personIn } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { FULL_SHIFT, shiftOf } from '../../support/on-duty.ts';
import { Walk } from '../../support/walk.ts';

const COVERED = { ...STRICTEST_POLICY, shiftCover: {} };
const SHORT = shiftOf(FULL_SHIFT.filter(({ id }) => id !== 'nat'));

const walkTo = () => {
  const walk = new Walk({ policy: COVERED });
  walk.journey.onDuty = SHORT;
  walk.to('Give GO for thaw');
  return walk;
};
const go = (walk: Walk, step: 'Give GO for thaw' | 'Confirm GO for thaw', more: object = {}) => {
  const evidence = { ...evidenceOf(walk.journey.step(step), 'go', walk.journey), ...more };
  return walk.journey.sign(walk.journey.step(step), 'go', { evidence });
};
const refused = (reason: string) => ({
  ok: false,
  refusal: {
    detail: { gates: [{ gate: 'shift-covered', status: 'closed', reason: expect.stringContaining(reason) }] },
  },
});

test('both people of the GO for thaw are asked, at a site that says so and at no other', () => {
  const asking = (policy: typeof STRICTEST_POLICY) =>
    STEPS.filter((step) => asksOnDuty(step, { site: { id: 's', zone: 'UTC', policy } }));
  expect(asking(COVERED)).toEqual(['Give GO for thaw', 'Confirm GO for thaw']);
  expect(asking(STRICTEST_POLICY)).toEqual([]);
});

it('is refused while the shift is short: which place, how many of how many, which shift, and who leads the rota', () => {
  const walk = walkTo();
  const opened = walk.journey.events.find(
    ({ type, data }) => type === 'step.opened' && 'step' in data && data.step === 'Give GO for thaw',
  );
  expect(opened?.data).toMatchObject({ closedGates: [{ gate: 'shift-covered' }] });
  const { state, protocol, now } = walk.journey;
  const step = walk.journey.step('Give GO for thaw');
  const told = closedAlready({ state, protocol, now, onDuty: SHORT }, step, personIn(['physician']));
  expect(told.gates).toMatchObject([{ gate: 'shift-covered', shortShift: { shifts: ['early'], lead: 'nia' } }]);
  const reason = 'shift early: competent for bedside 1 of 2; nia leads the rota.';
  expect(go(walk, 'Give GO for thaw')).toMatchObject(refused(reason));
  walk.journey.onDuty = { people: [] };
  expect(go(walk, 'Give GO for thaw')).toMatchObject(refused('by the rota nobody is on site'));
});

it('asks both for the time for which the infusion is agreed, and the event says who was there by which assessment', () => {
  const walk = walkTo();
  const { now } = walk.journey;
  walk.journey.onDuty = shiftOf(FULL_SHIFT, { until: plus(now, 'PT2H', 'UTC') });
  const at = (duration: string) => ({ infusionAgreedFor: plus(now, duration, 'UTC') });
  expect(go(walk, 'Give GO for thaw', at('PT3H'))).toMatchObject(refused('nobody is on site'));
  expect(go(walk, 'Give GO for thaw', at('PT1H')).ok).toBe(true);
  const event = walk.journey.events.findLast(({ type }) => type === 'step.decided');
  const thaw = { place: 'thaw', by: 'lou', training: 'thaw version 1', validUntil: '2099-01-05' };
  expect(event?.data).toMatchObject({ cover: { shifts: ['early'], places: [thaw, {}, {}, {}, {}] } });
  walk.machines.deliver();
  walk.journey.onDuty = SHORT;
  expect(go(walk, 'Confirm GO for thaw')).toMatchObject(refused('bedside 1 of 2'));
  walk.journey.onDuty = shiftOf(FULL_SHIFT);
  expect(go(walk, 'Confirm GO for thaw').ok).toBe(true);
});

it('lets two roles go on together in an emergency, with a deviation', () => {
  const walk = walkTo();
  const step = walk.journey.step('Give GO for thaw');
  const evidence = {
    explanation: 'The patient is conditioned, and nobody else can come.',
    gate: 'shift-covered',
    exemptedUntil: plus(walk.journey.now, 'PT6H', 'UTC'),
  };
  for (const role of ['physician', 'pharmacist'] as const) {
    const made = walk.journey.report(step, 'emergency-continuation', { signer: personIn([role], 'c'), evidence });
    expect(made.ok).toBe(true);
  }
  expect(go(walk, 'Give GO for thaw').ok).toBe(true);
  const event = walk.journey.events.findLast(({ type }) => type === 'step.decided');
  expect(event?.data).toMatchObject({ exemptions: [{ gate: 'shift-covered' }], cover: { places: [{}, {}, {}, {}] } });
  expect(walk.journey.state.deviations.map(({ kind }) => kind)).toContain('emergency-continuation');
});
