import { describe, expect, test } from 'vitest';
import { dayZero } from '../../../lambdas/domain/journey/product.ts';
import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL, SITE } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const sign = ({ journey }: Walk, step: StepName, decision: string, more: object = {}): Outcome<unknown> => {
  const open = journey.step(step);
  return journey.sign(open, decision, { evidence: { ...evidenceOf(open, decision, journey), ...more } });
};
const refused = (path: string) => ({ refusal: { code: 'invalid', detail: { path: `evidence.${path}` } } });
const closedBy = (gate: string) => ({
  refusal: { code: 'forbidden', detail: { gates: [{ gate, status: 'closed' }] } },
});

test('conditioning does not end before it was started', () => {
  const walk = sceneOf('Complete conditioning');
  const startedAt = walk.journey.step('Start conditioning').decision?.occurredAt.at ?? '';
  const endedAt = minus(startedAt, 'PT1M', 'UTC');
  expect(sign(walk, 'Complete conditioning', 'completed', { endedAt })).toMatchObject(refused('endedAt'));
  expect(sign(walk, 'Complete conditioning', 'completed', { endedAt: startedAt }).ok).toBe(true);
});

test('slots are booked as long as the maker holds them, and after that on a new offer', () => {
  const walk = sceneOf('Book the slots');
  const { journey } = walk;
  const offer = (heldUntil: string): void => {
    const { collectionSlot } = evidenceOf(journey.step('Book the slots'), 'booked', journey);
    const evidence = { manufacturingSlot: 'slot 1', collectionSlot, heldUntil };
    value(journey.record(journey.step('Book the slots'), 'slot-offered', { evidence }));
  };
  offer(plus(journey.now, 'P1D', 'UTC'));
  journey.pass('PT25H');
  expect(sign(walk, 'Book the slots', 'booked')).toMatchObject(closedBy('slot-still-held'));
  offer(plus(journey.now, 'PT1H', 'UTC'));
  expect(sign(walk, 'Book the slots', 'booked').ok).toBe(true);
});

describe('a collection that moves out of the window of the donor tests', () => {
  const later = ({ journey }: Walk) => ({
    from: plus(journey.now, 'P90D', 'UTC'),
    until: plus(journey.now, 'P90DT6H', 'UTC'),
  });

  test('closes the readiness, and new slots can be found', () => {
    const walk = sceneOf('Confirm readiness');
    report(walk, 'dates-moved', { collectionSlot: later(walk), plannedDayZeroAt: undefined });
    expect(sign(walk, 'Confirm readiness', 'ready')).toMatchObject({
      refusal: { detail: { gates: [{ gate: 'donor-tests-in-window' }, { gate: 'readiness-in-time' }] } },
    });
    expect(sign(walk, 'Confirm readiness', 'rebook').ok).toBe(true);
  });

  test('is recorded when it took place all the same, and is a critical deviation', () => {
    const walk = sceneOf('Record apheresis');
    walk.journey.pass('P90D');
    walk.decide('Record apheresis');
    expect(walk.journey.state.deviations).toMatchObject([
      { kind: 'against-donor-tests-in-window', class: 'critical' },
      { kind: 'against-readiness-stands', class: 'critical' },
    ]);
  });
});

describe('a prescription', () => {
  const prescribing = new Walk();
  prescribing.to('Prescribe the product');
  const { now } = prescribing.journey;

  test.each([
    ['of a day 0 that has passed', 'plannedDayZeroAt', { plannedDayZeroAt: now, conditioningFrom: now }],
    ['of a day 0 before conditioning', 'plannedDayZeroAt', { plannedDayZeroAt: plus(now, 'P1D', 'UTC') }],
  ])('%s is refused', (_, path, more) => {
    expect(sign(prescribing, 'Prescribe the product', 'prescribed', more)).toMatchObject(refused(path));
  });

  test('for somebody without weight is refused', () => {
    expect(sign(prescribing, 'Prescribe the product', 'prescribed', { weightKg: 0 })).toMatchObject({
      refusal: { code: 'invalid', detail: { problems: [{ path: 'evidence.weightKg' }] } },
    });
  });
});

test('a follow-up visit is on day 0 or later', () => {
  const plan = { ...PROTOCOL.followUp, visits: PROTOCOL.followUp.visits.slice(0, 1) };
  const walk = new Walk({ protocol: { ...PROTOCOL, followUp: plan } });
  walk.toFollowUp();
  while (!walk.journey.open.some(({ step }) => step === 'Record follow-up visit')) walk.runTo(walk.nextDue());
  const dayBefore = minus(dayZero(walk.journey.state) ?? '', 'P1D', SITE.zone).slice(0, 10);
  expect(sign(walk, 'Record follow-up visit', 'attended', { visitedOn: dayBefore })).toMatchObject(
    refused('visitedOn'),
  );
  expect(sign(walk, 'Record follow-up visit', 'attended').ok).toBe(true);
});
