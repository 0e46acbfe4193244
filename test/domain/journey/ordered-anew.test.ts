import { expect, test } from 'vitest';
import { lapsedApprovals } from '../../../lambdas/domain/journey/approvals.ts';
import { consentsTo } from '../../../lambdas/domain/journey/consents.ts';
import { activePhases } from '../../../lambdas/domain/journey/state.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { CHAIN_OF_IDENTITY, criteriaUntil, WITHOUT_COLLECTION } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

const dayIn = (walk: Walk, duration: string): string => plus(walk.journey.now, duration, 'UTC').slice(0, 10);
const skipped = ({ journey }: Walk): readonly string[] =>
  journey.events.flatMap(({ type, data }) =>
    type === 'step.skipped' ? [`${data.round} ${data.step}: ${data.because}`] : [],
  );

/** At the slots, with an approval of the funder that counts ten days and criteria that count twenty. */
function atTheSlots(walk = new Walk()): Walk {
  walk.to('Confirm eligibility');
  const eligible = evidenceOf(walk.journey.step('Confirm eligibility'), 'eligible', walk.journey);
  const criteria = criteriaUntil(walk.journey.now.slice(0, 10), dayIn(walk, 'P20D'));
  walk.decide('Confirm eligibility', 'eligible', { evidence: { ...eligible, criteria } });
  const funded = evidenceOf(walk.to('Confirm funding'), 'funded', walk.journey);
  walk.decide('Confirm funding', 'funded', { evidence: { ...funded, validUntil: dayIn(walk, 'P10D') } });
  walk.to('Book the slots');
  return walk;
}

test('ordered anew, only what lapsed is asked again; the rest still counts', () => {
  const walk = atTheSlots();
  walk.runTo(plus(walk.journey.now, 'P12D', 'UTC'));
  expect(lapsedApprovals(walk.journey.state, walk.journey.now)).toEqual(['funding']);
  walk.decide('Book the slots', 'reorder');
  expect(skipped(walk)).toEqual([
    '2 Register the referral: still-counts-from-before',
    '2 Confirm eligibility: still-counts-from-before',
    '2 Confirm consent: still-counts-from-before',
  ]);
  expect(walk.journey.open.map(({ key }) => key)).toEqual(['Order.2.Confirm funding']);
});

test('what was passed over counts until its own date, however often it is ordered anew', () => {
  const walk = atTheSlots();
  walk.runTo(plus(walk.journey.now, 'P12D', 'UTC'));
  walk.decide('Book the slots', 'reorder');
  walk.to('Book the slots');
  expect(consentsTo(walk.journey.state, 'registry')).toBe(true);
  walk.runTo(plus(walk.journey.now, 'P12D', 'UTC'));
  expect(lapsedApprovals(walk.journey.state, walk.journey.now)).toContain('performanceStatus');
  expect(walk.journey.sign(walk.journey.step('Book the slots'), 'booked')).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'approvals-valid' }] } },
  });
  walk.decide('Book the slots', 'reorder');
  expect(walk.journey.open.map(({ key }) => key)).toEqual(['Order.3.Confirm eligibility']);
  walk.to('Monitor the patient');
  expect(walk.journey.state.deviations).toEqual([]);
  walk.toFollowUp();
});

test('a course ordered anew still knows what it is made from', () => {
  const walk = new Walk({ protocol: WITHOUT_COLLECTION });
  walk.to('Check the order');
  walk.decide('Check the order', 'reorder');
  walk.to('Check the order');
  walk.decide('Check the order');
  expect(activePhases(walk.journey.state).map(({ phase }) => phase)).toContain('Manufacturing');
});

test('once anything was collected, no other chain of identity is ordered, and events carry its donation, also after a collection that failed', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.decide('Record apheresis');
  walk.decide('Release the collection', 'recollect');
  walk.to('Record apheresis');
  walk.decide('Record apheresis', 'recollect');
  expect(walk.journey.events.at(-1)?.identifiers?.donationNumber).toBe('A999926000001');
  walk.decide('Book the slots', 'reorder');
  const step = walk.to('Place the order');
  const ordered = evidenceOf(step, 'ordered', walk.journey);
  const other = { ...CHAIN_OF_IDENTITY, value: 'COI-0002' };
  expect(walk.journey.sign(step, 'ordered', { evidence: { ...ordered, chainOfIdentity: other } })).toMatchObject({
    refusal: { detail: { problem: 'not-as-collected' } },
  });
  expect(walk.journey.sign(step, 'ordered', { evidence: ordered }).ok).toBe(true);
});
