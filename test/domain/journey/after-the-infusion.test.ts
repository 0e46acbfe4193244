import { expect, test } from 'vitest';
import { drivingBanEndsAt, monitoringEndsAt, proximityEndsAt } from '../../../lambdas/domain/journey/monitoring.ts';
import { type Instant, minus, plus } from '../../../lambdas/domain/time.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const at = (step: 'Monitor the patient' | 'Discharge' | 'End the proximity period'): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};

type EndsAt = typeof monitoringEndsAt;
const instantOf = ({ journey }: Walk, endsAt: EndsAt): Instant => {
  const end = endsAt(journey.state, journey.protocol);
  if (end === undefined) throw new Error('after the infusion: expected a protocol that says so');
  return end;
};
const opened = ({ journey }: Walk, step: string) => journey.state.deviations.filter((one) => one.step === step);

test.each([
  ['Monitor the patient', 'completed', monitoringEndsAt, 'against-monitored-long-enough'],
  ['End the proximity period', 'ended', proximityEndsAt, 'against-near-long-enough'],
] as const)(
  '%s: %s before the label says so is recorded, and is a critical deviation',
  (step, decision, ends, kind) => {
    const early = at(step);
    early.journey.now = minus(instantOf(early, ends), 'PT1M', 'UTC');
    early.decide(step, decision);
    expect(opened(early, step)).toMatchObject([
      { kind, class: 'critical', detail: expect.stringContaining(instantOf(early, ends)) },
    ]);
    const inTime = at(step);
    inTime.journey.now = instantOf(inTime, ends);
    inTime.decide(step, decision);
    expect(opened(inTime, step)).toEqual([]);
  },
);

test('the time at which monitoring was ended counts, not the one at which that was written down', () => {
  const walk = at('Monitor the patient');
  const occurredAt = plus(walk.journey.now, 'P1D', 'UTC');
  walk.journey.now = plus(instantOf(walk, monitoringEndsAt), 'P2D', 'UTC');
  walk.decide('Monitor the patient', 'completed', { occurredAt });
  expect(opened(walk, 'Monitor the patient').map(({ kind }) => kind)).toEqual(['against-monitored-long-enough']);
});

const dayOf = (instant: Instant): string => instant.slice(0, 10);

test.each([
  ['staysNearUntil', proximityEndsAt, 'against-told-to-stay-near'],
  ['drivesAgainFrom', drivingBanEndsAt, 'against-told-not-to-drive'],
] as const)(
  'a discharge with an earlier %s than the label says is recorded, and is a critical deviation',
  (field, ends, kind) => {
    for (const [before, expected] of [
      ['P1D', [kind]],
      ['P0D', []],
    ] as const) {
      const walk = at('Discharge');
      const { journey } = walk;
      const step = journey.step('Discharge');
      const usual = evidenceOf(step, 'discharged', journey);
      const told = dayOf(minus(instantOf(walk, ends), before, 'UTC'));
      value(journey.sign(step, 'discharged', { evidence: { ...usual, [field]: told } }));
      expect(opened(walk, 'Discharge').map((one) => one.kind)).toEqual(expected);
    }
  },
);

test('a discharge that tells too little of both opens one deviation for each, which names the day', () => {
  const walk = at('Discharge');
  const { journey } = walk;
  const step = journey.step('Discharge');
  const tomorrow = dayOf(plus(journey.now, 'P1D', 'UTC'));
  const evidence = { ...evidenceOf(step, 'discharged', journey), staysNearUntil: tomorrow, drivesAgainFrom: tomorrow };
  value(journey.sign(step, 'discharged', { evidence }));
  expect(opened(walk, 'Discharge')).toMatchObject([
    { kind: 'against-told-to-stay-near', detail: expect.stringContaining(instantOf(walk, proximityEndsAt)) },
    { kind: 'against-told-not-to-drive', detail: expect.stringContaining(instantOf(walk, drivingBanEndsAt)) },
  ]);
});
