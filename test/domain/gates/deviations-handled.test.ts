import { expect, test } from 'vitest';
import { deviationsHandled } from '../../../lambdas/domain/gates/deviations-handled.ts';
import { closedGates } from '../../../lambdas/domain/gates/gate.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn, valuesOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { goesOn, LAPSED_THAWER, report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const at = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};

const raise = (walk: Walk, deviationClass: string, concerns = 'product'): void => {
  report(walk, 'deviation-raised', { deviationClass, concerns });
};

const closedFor = ({ journey }: Walk): readonly string[] => {
  const { state, protocol, now } = journey;
  return closedGates(deviationsHandled, { state, protocol, now, evidence: {} }).map(({ gate }) => gate);
};

test.each([
  ['Prescribe the product', 'prescribed'],
  ['Verify the prescription', 'verified'],
  ['Give GO for conditioning', 'go'],
  ['Give GO for thaw', 'go'],
  ['Confirm GO for thaw', 'go'],
] as const)(
  '%s: a critical deviation of the product closes it until quality assurance has decided',
  (step, decision) => {
    const walk = at(step);
    raise(walk, 'critical');
    const { journey } = walk;
    const signed = journey.sign(journey.step(step), decision);
    expect(signed).toMatchObject({ refusal: { code: 'forbidden' } });
    expect(JSON.stringify(signed)).toContain('no-critical-deviation-open');
    walk.decide('Triage the deviation');
    walk.decide('Investigate the deviation');
    expect(closedFor(walk)).toEqual(['no-critical-deviation-open']);
    walk.decide('Decide on the deviation');
    expect(journey.sign(journey.step(step), decision).ok).toBe(true);
  },
);

test('a major one closes it until it is triaged, a minor one never', () => {
  const walk = at('Prescribe the product');
  raise(walk, 'minor');
  expect(closedFor(walk)).toEqual([]);
  walk.decide('Triage the deviation', 'closed');
  walk.journey.pass('PT1H');
  raise(walk, 'major');
  expect(closedFor(walk)).toEqual(['major-deviations-triaged']);
  walk.decide('Triage the deviation');
  expect(closedFor(walk)).toEqual([]);
});

test('what is about the care or the record of the patient closes nothing', () => {
  const walk = at('Prescribe the product');
  raise(walk, 'critical', 'care');
  walk.journey.pass('PT1H');
  raise(walk, 'critical', 'record');
  expect(closedFor(walk)).toEqual([]);
});

test('containers held at the triage wait for the decision; material that is refused by it stays closed', () => {
  const walk = at('Prescribe the product');
  raise(walk, 'major');
  const { journey } = walk;
  const step = journey.step('Triage the deviation');
  const evidence = { ...evidenceOf(step, 'investigate', journey), containersHeld: ['bag-1-1'] };
  walk.decide('Triage the deviation', 'investigate', { evidence });
  expect(closedFor(walk)).toEqual(['not-contained']);
  walk.decide('Investigate the deviation');
  const refused = { materialAfterDeviation: 'must-not-be-used', explanation: 'not to be relied on' };
  walk.decide('Decide on the deviation', 'no-capa', { evidence: refused });
  expect(closedFor(walk)).toEqual(['not-contained']);
  journey.pass('PT1H');
  // What ends it is never closed.
  expect(journey.sign(journey.step('Prescribe the product'), 'remake').ok).toBe(true);
  walk.machines.deliver();
  expect(closedFor(walk)).toEqual([]);
});

test('a thaw while a critical deviation is open is recorded, and is one itself; what is found at that bedside stops nothing there', () => {
  const walk = at('Give the product');
  raise(walk, 'critical');
  const { journey } = walk;
  const step = () => journey.step('Give the product');
  const thaw = {
    evidence: { ...valuesOf('thaw-started', journey), container: 'bag-1-1' },
    signer: personIn(['cell-lab']),
  };
  expect(journey.record(step(), 'thaw-started', thaw).ok).toBe(true);
  const kinds = journey.state.deviations.map(({ kind }) => kind);
  // Raised from this very page, it is for those who stand there.
  expect(kinds).toEqual(['deviation-raised']);
  const elsewhere = at('Give the product');
  const monitored = Object.values(elsewhere.journey.state.steps).find((one) => one.step === 'Confirm GO for thaw');
  if (monitored === undefined) throw new Error('expected a confirmed GO');
  const evidence = { deviationClass: 'critical', concerns: 'product', explanation: 'the wrong rack' };
  expect(elsewhere.journey.report(monitored, 'deviation-raised', { evidence }).ok).toBe(true);
  expect(elsewhere.journey.record(elsewhere.journey.step('Give the product'), 'thaw-started', thaw).ok).toBe(true);
  expect(elsewhere.journey.state.deviations.map(({ kind }) => kind)).toContain('against-no-critical-deviation-open');
});

test('an exemption closes no other gate of the step that it opens', () => {
  const walk = at('Prescribe the product');
  raise(walk, 'critical');
  const { journey } = walk;
  const step = journey.step('Prescribe the product');
  const evidence = {
    gate: 'no-critical-deviation-open',
    exemptedUntil: plus(journey.now, 'PT6H', 'UTC'),
    explanation: 'the bag was counted again by two',
  };
  expect(journey.report(step, 'qa-exemption', { signer: personIn(['qa'], 'q'), evidence }).ok).toBe(true);
  expect(closedFor(walk)).toEqual(['no-critical-deviation-open']);
  expect(journey.sign(step, 'prescribed').ok).toBe(true);
});

test('whom two roles let verify a prescription at night can verify it', () => {
  const walk = at('Verify the prescription');
  const competence = { 'order-verification': LAPSED_THAWER.competence?.thaw ?? [] };
  const signer = { ...personIn(['pharmacist'], 'lapsed'), competence };
  const { journey } = walk;
  const verify = () => journey.sign(journey.step('Verify the prescription'), 'verified', { signer });
  expect(JSON.stringify(verify())).toContain('competent');
  goesOn(walk, 'Verify the prescription', 'physician', { performer: signer });
  goesOn(walk, 'Verify the prescription', 'pharmacist', { performer: signer });
  expect(verify()).toMatchObject({ ok: true });
});
