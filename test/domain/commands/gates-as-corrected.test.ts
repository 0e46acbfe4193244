import { expect, test } from 'vitest';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { monitoringEndsAt } from '../../../lambdas/domain/journey/monitoring.ts';
import { type Instant, minus, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { BAG, correctAt, entryAt, OTHER_BAG, wholeBedside } from '../../support/bedside.ts';
import { SITE } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';

const correctDecision = (walk: Walk, step: StepName, at: Instant): void =>
  walk.command('correct', {
    seq: walk.journey.step(step).decision?.seq,
    occurredAt: { at, zone: SITE.zone, known: 'device' },
  });
const decidedAt = ({ journey }: Walk, step: StepName): Instant => journey.step(step).decision?.occurredAt.at ?? '';
const opened = ({ journey }: Walk) => journey.state.deviations.map(({ kind, step }) => `${step}: ${kind}`);

const given = (): Walk => {
  const walk = new Walk();
  walk.to('Monitor the patient');
  expect(opened(walk)).toEqual([]);
  return walk;
};
const monitored = (): Walk => {
  const walk = given();
  walk.journey.now = monitoringEndsAt(walk.journey.state, walk.journey.protocol) ?? '';
  walk.decide('Monitor the patient');
  expect(opened(walk)).toEqual([]);
  return walk;
};

test('a GO that was given earlier than written down had ended when it was confirmed and thawed: once for each container', () => {
  const walk = given();
  const earlier = minus(decidedAt(walk, 'Give GO for thaw'), 'PT3H', 'UTC');
  correctDecision(walk, 'Give GO for thaw', earlier);
  const expected = [
    'Confirm GO for thaw: against-first-go-stands',
    ...[BAG, OTHER_BAG].map(() => 'Give the product: against-go-stands-thaw'),
  ];
  expect(opened(walk)).toEqual(expected);
  expect(walk.journey.state.deviations[1]).toMatchObject({
    class: 'critical',
    detail: expect.stringMatching(/^The GO ended at .* As corrected\.$/),
  });
  correctDecision(walk, 'Give GO for thaw', minus(earlier, 'PT1M', 'UTC'));
  expect(opened(walk)).toEqual(expected);
});

test('a thaw that began before the GO is a deviation then, although a GO was given since', () => {
  const walk = given();
  correctAt(walk, 'thaw-started', minus(decidedAt(walk, 'Confirm GO for thaw'), 'PT2H', 'UTC'));
  expect(opened(walk).filter((one) => one.endsWith('against-go-stands-thaw'))).toHaveLength(1);
});

test('a GO that was given before the window after conditioning opened is a deviation of the GO', () => {
  const walk = given();
  const { from = '' } = conditioningWindow(walk.journey.state, walk.journey.protocol) ?? {};
  correctDecision(walk, 'Confirm GO for thaw', minus(from, 'PT1M', 'UTC'));
  expect(opened(walk)).toEqual(['Confirm GO for thaw: against-in-conditioning-window']);
});

test('conditioning that began after its GO had ended is a deviation then', () => {
  const walk = new Walk();
  walk.to('Complete conditioning');
  const go = decidedAt(walk, 'Give GO for conditioning');
  correctDecision(walk, 'Give GO for conditioning', minus(go, 'P4D', 'UTC'));
  expect(opened(walk)).toEqual(['Start conditioning: against-go-stands-conditioning']);
});

test('monitoring that was ended earlier than written down is a deviation then', () => {
  const walk = monitored();
  correctDecision(walk, 'Monitor the patient', minus(decidedAt(walk, 'Monitor the patient'), 'P1D', 'UTC'));
  expect(opened(walk)).toEqual(['Monitor the patient: against-monitored-long-enough']);
});

test('an infusion that began later than written down: monitoring was too short', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const from = walk.journey.now;
  walk.journey.pass('PT4H');
  wholeBedside(walk, from);
  walk.decide('Give the product');
  walk.journey.now = monitoringEndsAt(walk.journey.state, walk.journey.protocol) ?? '';
  walk.decide('Monitor the patient');
  expect(opened(walk)).not.toContain('Monitor the patient: against-monitored-long-enough');
  const begun = entryAt(walk, 'infusion-started').occurredAt.at;
  correctAt(walk, 'infusion-started', plus(begun, 'PT1M', 'UTC'));
  expect(opened(walk)).toContain('Monitor the patient: against-monitored-long-enough');
});

test('a correction that changes nothing of what was allowed opens nothing', () => {
  const walk = monitored();
  correctDecision(walk, 'Confirm GO for thaw', minus(decidedAt(walk, 'Confirm GO for thaw'), 'PT1M', 'UTC'));
  correctDecision(walk, 'Monitor the patient', plus(decidedAt(walk, 'Monitor the patient'), 'PT0S', 'UTC'));
  expect(opened(walk)).toEqual([]);
});
