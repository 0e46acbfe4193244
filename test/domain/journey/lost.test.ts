import { expect, test } from 'vitest';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { summaryOf } from '../../../lambdas/domain/journey/summary.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

const VISIT: StepName = 'Record follow-up visit';

/** At the last visit of a plan of two, the treatment being over. */
function inFollowUp(): Walk {
  const followUp = { ...PROTOCOL.followUp, visits: PROTOCOL.followUp.visits.slice(-2) };
  const walk = new Walk({ protocol: { ...PROTOCOL, followUp } });
  walk.toFollowUp();
  nextVisit(walk);
  return walk;
}

function nextVisit(walk: Walk): void {
  expect(walk.journey.state.closing).toBeUndefined();
  while (!walk.journey.open.some(({ step }) => step === VISIT)) walk.runTo(walk.nextDue());
}

const summary = ({ journey }: Walk) => summaryOf(journey.state, journey.protocol, journey.bindings, journey.now);

test('a patient who is lost closes nothing: the plan goes on, and who is found again is followed as before', () => {
  const walk = inFollowUp();
  walk.decide(VISIT, 'lost');
  expect(walk.journey.state.closing).toBeUndefined();
  expect(summary(walk)).toMatchObject({ phase: 'LostToFollowUp', status: 'open' });
  nextVisit(walk);
  const { state, protocol } = walk.journey;
  expect(factsOf(state, walk.journey.step(VISIT), protocol).map(({ label }) => label)).toContain('lostSince');
  walk.decide(VISIT, 'attended');
  expect(summary(walk).phase).toBe('FollowUp');
});

test('at the end of the plan the watch for life is still arranged; only then the course ends as lost', () => {
  const walk = inFollowUp();
  walk.decide(VISIT, 'lost');
  nextVisit(walk);
  walk.decide(VISIT, 'missed');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Arrange the lifelong watch']);
  walk.decide('Arrange the lifelong watch', 'arranged-unreached');
  expect(walk.journey.state.closing?.outcome).toBe('lost-to-follow-up');
});

test('coordinator, registry and programme lead hear of it at once', () => {
  const walk = inFollowUp();
  walk.decide(VISIT, 'lost');
  expect(walk.journey.history.map(({ effect }) => effect)).toContainEqual({
    kind: 'mail',
    notice: expect.objectContaining({ what: 'patient-lost', to: ['coordinator', 'registry', 'programme-lead'] }),
  });
});

test('while the patient is in acute monitoring nobody is lost', () => {
  const walk = new Walk();
  walk.to('Monitor the patient');
  nextVisit(walk);
  expect(walk.journey.sign(walk.journey.step(VISIT), 'lost')).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'decision', problem: 'treatment-goes-on' } },
  });
  expect(walk.journey.step('Monitor the patient').status).toBe('open');
});

test('three attempts are named, each with its day and way, in their order, none before day 0 and none ahead', () => {
  const { journey } = inFollowUp();
  const step = journey.step(VISIT);
  const today = journey.now.slice(0, 10);
  const sign = (...days: readonly string[]) =>
    journey.sign(step, 'lost', {
      evidence: {
        ...evidenceOf(step, 'lost', journey),
        attempts: days.map((attemptedOn) => ({ attemptedOn, channel: 'letter' })),
      },
    });
  expect(sign(today, today)).toMatchObject({
    refusal: { code: 'invalid', detail: { problems: [{ code: 'too_small' }] } },
  });
  expect(sign(today, today, '2050-01-01')).toMatchObject({
    refusal: { detail: { problems: [{ path: 'evidence.attempts.2.attemptedOn', code: 'in-the-future' }] } },
  });
  expect(sign(today, '2027-06-01', today)).toMatchObject({
    refusal: { detail: { path: 'evidence.attempts.1.attemptedOn', problem: 'attempts-not-in-order' } },
  });
  expect(sign('2026-11-24', today, today)).toMatchObject({
    refusal: { detail: { path: 'evidence.attempts.0.attemptedOn', problem: 'before-day-zero' } },
  });
  expect(sign('2027-06-01', today, today).ok).toBe(true);
});
