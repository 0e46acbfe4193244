import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { dayZero } from '../../../lambdas/domain/journey/product.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL, SITE } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';
import { protocolOf } from '../protocol/files.ts';

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

test('where offers are recorded, one of them is booked: its slot, within its time', () => {
  const walk = sceneOf('Book the slots');
  const { journey } = walk;
  const { collectionSlot } = evidenceOf(journey.step('Book the slots'), 'booked', journey);
  const offer = { manufacturingSlot: 'slot 1', collectionSlot, heldUntil: plus(journey.now, 'P1D', 'UTC') };
  value(journey.record(journey.step('Book the slots'), 'slot-offered', { evidence: offer }));
  expect(sign(walk, 'Book the slots', 'booked', { manufacturingSlot: 'NEVER-OFFERED' })).toMatchObject(
    refused('manufacturingSlot'),
  );
  const beside = { from: plus(journey.now, 'P8D', 'UTC'), until: plus(journey.now, 'P8DT6H', 'UTC') };
  expect(sign(walk, 'Book the slots', 'booked', { collectionSlot: beside })).toMatchObject(
    refused('collectionSlot.from'),
  );
  // A newer offer of another slot holds this one no longer.
  journey.pass('PT25H');
  const other = { ...offer, manufacturingSlot: 'slot 2', heldUntil: plus(journey.now, 'P1D', 'UTC') };
  value(journey.record(journey.step('Book the slots'), 'slot-offered', { evidence: other }));
  expect(sign(walk, 'Book the slots', 'booked', { collectionSlot })).toMatchObject(closedBy('slot-still-held'));
  expect(sign(walk, 'Book the slots', 'booked', { collectionSlot, manufacturingSlot: 'slot 2' }).ok).toBe(true);
});

test('a collection before order and readiness is recorded, and is a critical deviation', () => {
  const walk = sceneOf('Record apheresis');
  const evidence = { startedAt: '2019-05-06T08:00:00.000Z', endedAt: '2019-05-06T12:00:00.000Z' };
  expect(sign(walk, 'Record apheresis', 'collected', evidence).ok).toBe(true);
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-readiness-stands', class: 'critical' }]);
});

test('a delivery outside opening hours is agreed with those on duty, and is shown as such', () => {
  const walk = sceneOf('Agree the delivery');
  const night = { from: '2026-12-25T02:00:00.000Z', until: '2026-12-25T03:00:00.000Z' };
  const without = { deliveryWindow: night, outOfHoursAgreement: undefined };
  expect(sign(walk, 'Agree the delivery', 'agreed', without)).toMatchObject(refused('deliveryWindow.from'));
  const agreed = { deliveryWindow: night, outOfHoursAgreement: 'rota 7' };
  expect(sign(walk, 'Agree the delivery', 'agreed', agreed).ok).toBe(true);
  walk.machines.deliver();
  const { state, protocol } = walk.journey;
  expect(factsOf(state, walk.journey.step('Follow the delivery'), protocol)).toContainEqual({
    label: 'deliveryHours',
    value: 'outside-opening-hours',
  });
});

test('a visit outside its window is recorded, and is a minor deviation', () => {
  const walk = new Walk();
  walk.toFollowUp();
  while (!walk.journey.open.some(({ step }) => step === 'Record follow-up visit')) walk.runTo(walk.nextDue());
  const zero = dayZero(walk.journey.state) ?? '';
  const visitedOn = plus(zero, 'P2D', 'UTC').slice(0, 10);
  expect(sign(walk, 'Record follow-up visit', 'attended', { visitedOn }).ok).toBe(true);
  const kinds = walk.journey.state.deviations.map(({ kind, class: how }) => `${how} ${kind}`);
  expect(kinds).toContain('minor visit-outside-window');
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
    [
      'of a day 0 an hour after conditioning began',
      'plannedDayZeroAt',
      { plannedDayZeroAt: plus(now, 'P2DT1H', 'UTC') },
    ],
    ['of a day 0 a day before the window opens', 'plannedDayZeroAt', { plannedDayZeroAt: plus(now, 'P3D', 'UTC') }],
    // Conditioning from the second day on, for three days, with a window of 14.
    ['of a day 0 a day after the window ended', 'plannedDayZeroAt', { plannedDayZeroAt: plus(now, 'P20D', 'UTC') }],
    ['by a weight of last month', 'weighedOn', { weighedOn: minus(now, 'P31D', SITE.zone).slice(0, 10) }],
  ])('%s is refused', (_, path, more) => {
    expect(sign(prescribing, 'Prescribe the product', 'prescribed', more)).toMatchObject(refused(path));
  });

  test.each([
    ['its first day', { plannedDayZeroAt: plus(now, 'P4D', 'UTC') }],
    ['its last day', { plannedDayZeroAt: plus(now, 'P19D', 'UTC') }],
    ['a weight that still counts', { weighedOn: minus(now, 'P30D', SITE.zone).slice(0, 10) }],
  ])('is taken on %s', (_, more) => {
    const walk = new Walk();
    walk.to('Prescribe the product');
    expect(sign(walk, 'Prescribe the product', 'prescribed', more).ok).toBe(true);
  });

  test('by a weight older than the site lets it count is refused', () => {
    const walk = new Walk({ policy: { ...STRICTEST_POLICY, weightCountsDays: 7 } });
    walk.to('Prescribe the product');
    const weighed = (days: number) => ({ weighedOn: minus(walk.journey.now, `P${days}D`, SITE.zone).slice(0, 10) });
    expect(sign(walk, 'Prescribe the product', 'prescribed', weighed(8))).toMatchObject(refused('weighedOn'));
    expect(sign(walk, 'Prescribe the product', 'prescribed', weighed(7)).ok).toBe(true);
  });

  test('for a label that names the days of conditioning is taken from the day they lead to, and not before', () => {
    const walk = new Walk({ protocol: { ...PROTOCOL, conditioning: protocolOf('yescarta').conditioning } });
    walk.to('Prescribe the product');
    const from = walk.journey.now;
    const days = (count: number) => ({ plannedDayZeroAt: plus(from, `P${2 + count}D`, 'UTC') });
    expect(sign(walk, 'Prescribe the product', 'prescribed', days(4))).toMatchObject(refused('plannedDayZeroAt'));
    expect(sign(walk, 'Prescribe the product', 'prescribed', days(5)).ok).toBe(true);
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
