import { expect, test } from 'vitest';
import { dossierOf } from '../../../lambdas/domain/audit/dossier.ts';
import { verifyDossier } from '../../../lambdas/domain/audit/verify-dossier.ts';
import { contentOf } from '../../../lambdas/domain/journey/content.ts';
import { summaryOf } from '../../../lambdas/domain/journey/summary.ts';
import { changeAsSigned } from '../../../lambdas/domain/quality/change-as-signed.ts';
import { concernedInFlight } from '../../../lambdas/domain/quality/concerned-in-flight.ts';
import { changeMisfit } from '../../../lambdas/domain/registers/change-control-steps.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { timelineOf } from '../../../lambdas/domain/worklist/timeline.ts';
import { personIn } from '../../support/builders.ts';
import { CHANGE_STEPS, changeAt, changeCase, deviationCase } from '../../support/cases.ts';
import { Walk } from '../../support/walk.ts';

const refusalOf = (outcome: ReturnType<Walk['journey']['sign']>) =>
  outcome.ok ? undefined : outcome.refusal.detail?.problem;
const factsAt = ({ journey }: Walk, step: StepName) =>
  Map.groupBy(contentOf(journey.state, journey.step(step), journey.protocol).facts, ({ label }) => label);

test('six signatures make the versions of the entry, each one that the register takes, and close the case', () => {
  const walk = changeCase();
  for (const step of CHANGE_STEPS) {
    const { journey } = walk;
    expect(journey.open.map((one) => one.step)).toEqual([step]);
    expect(timelineOf(journey.state, journey.events, journey.protocol).coming).toEqual([]);
    expect(summaryOf(journey.state, journey.protocol, journey.bindings, journey.now)).toMatchObject({
      qualityCase: 'change-control',
      protocol: 'CC-1',
      phase: 'ChangeControl',
    });
    walk.decide(step);
  }
  const { state, events, protocol, now } = walk.journey;
  const { proposed, versions } = changeAsSigned(state);
  expect(versions.map(({ entry }) => entry.status)).toEqual([
    'assessed',
    'approved',
    'implemented',
    'checked',
    'closed',
  ]);
  expect(versions[1]).toMatchObject({
    by: 'programme-lead-a',
    second: 'qa-a',
    entry: {
      approvals: [
        { by: 'qa-a', role: 'qa' },
        { by: 'programme-lead-a', role: 'programme-lead' },
      ],
    },
  });
  versions.forEach(({ entry }, index) => {
    expect(changeMisfit(entry, versions[index - 1]?.entry ?? proposed)).toBeNull();
  });
  expect(state.closed?.outcome).toBe('completed');
  expect(
    verifyDossier(dossierOf(state.id, events, protocol, now), {
      release: events[0]?.release ?? { version: '', commit: '' },
    }),
  ).toMatchObject({ verified: true, signaturesRecomputed: CHANGE_STEPS.length });
});

test('nobody approves what they proposed, or twice', () => {
  const first = changeAt('Approve the change', changeCase({ proposedBy: 'qa-a' }));
  expect(refusalOf(first.journey.sign(first.journey.step('Approve the change'), 'approved'))).toBe('same-person');
  const walk = changeAt('Confirm the approval');
  const both = { ...personIn(['qa', 'programme-lead']), id: 'qa-a' };
  const second = walk.journey.step('Confirm the approval');
  expect(refusalOf(walk.journey.sign(second, 'approved', { signer: both }))).toBe('same-person');
  expect(refusalOf(walk.journey.sign(second, 'approved', { signer: { ...both, id: 'pharmacist-a' } }))).toBe(
    'same-person',
  );
});

test('who owns it makes it, not before it was approved and not after the day of its check', () => {
  const walk = changeAt('Implement the change', changeCase({ owner: 'cell-lab' }));
  const step = walk.journey.step('Implement the change');
  const on = (implementedOn: string) => walk.journey.sign(step, 'implemented', { evidence: { implementedOn } });
  expect(refusalOf(on('2026-11-01'))).toBe('before-it-was-approved');
  walk.runTo('2027-06-03T08:00:00.000Z');
  const late = walk.journey.sign(step, 'implemented', {
    evidence: { implementedOn: '2027-06-02' },
    signer: personIn(['cell-lab']),
  });
  expect(refusalOf(late)).toBe('after-its-check');
});

test.each([
  ['Assess the change', 'rejected', 'rejected'],
  ['Approve the change', 'withdrawn', 'stopped'],
  ['Confirm the approval', 'rejected', 'rejected'],
  ['Implement the change', 'withdrawn', 'stopped'],
] as const)('%s: %s ends it', (step, decision, outcome) => {
  const walk = changeAt(step);
  walk.decide(step, decision, { evidence: { changeBecause: 'not needed' } });
  expect(walk.journey.state.closed?.outcome).toBe(outcome);
  expect(changeAsSigned(walk.journey.state).versions.at(-1)?.entry).toMatchObject({
    status: decision,
    because: 'not needed',
  });
});

test('whoever assesses and approves is shown the journeys in flight, as they stood when each was asked', () => {
  const journey = new Walk({ id: 'J1' });
  const walk = changeCase({}, [journey.journey.state]);
  expect(factsAt(walk, 'Assess the change').get('journeyConcerned')).toMatchObject([{ value: 'J1: kymriah 1' }]);
  expect(factsAt(walk, 'Assess the change').get('journeysNotListed')).toMatchObject([{ value: 'equipment BATH-1' }]);
  walk.decide('Assess the change');
  expect(factsAt(walk, 'Approve the change').get('journeysConcerned')).toMatchObject([{ value: '1' }]);
  expect(factsAt(walk, 'Approve the change').get('impactTraining')).toMatchObject([{ value: 'everybody reads it' }]);
});

test('of a journey that cannot be read it is said, and nobody takes it for one that is not concerned', () => {
  const { state } = changeCase().journey;
  expect(concernedInFlight(state, [], ['JOURNEY-9'])).toEqual({
    count: 1,
    journeys: [{ journeyId: 'JOURNEY-9', has: ['cannot be read now'] }],
  });
});

test('an emergency is asked within hours', () => {
  const dueAt = (walk: Walk) => factsAt(walk, 'Assess the change').get('dueAt')?.[0]?.value ?? '';
  expect(dueAt(changeCase({ class: 'emergency' }))).toBe('2026-11-23T12:00:00.000Z');
  expect(dueAt(changeCase()) > '2026-12-01').toBe(true);
});

test('a deviation of no patient is triaged, investigated and decided on, with its CAPA, and then closed', () => {
  const walk = deviationCase('critical');
  for (const step of ['Triage the deviation', 'Investigate the deviation'] as const) walk.decide(step);
  walk.decide('Decide on the deviation', 'again', { signer: personIn(['qa'], 'b'), evidence: { explanation: 'why' } });
  for (const step of ['Triage the deviation', 'Investigate the deviation'] as const) walk.decide(step);
  walk.decide('Decide on the deviation', 'capa', { signer: personIn(['qa'], 'b') });
  expect(walk.journey.state.closed).toBeUndefined();
  walk.decide('Plan the CAPA');
  walk.runTo('2027-03-20T08:00:00.000Z');
  walk.decide('Check that the CAPA works');
  expect(walk.journey.state.closed?.outcome).toBe('completed');
  expect(walk.journey.state.anomalies).toEqual([]);
});

test('a case takes no report and no cancelling: what is of a patient is reported where the patient is', () => {
  const { journey } = changeCase();
  const reported = journey.report(journey.step('Assess the change'), 'death', {
    evidence: { diedOn: '2026-11-23', explanation: 'why' },
  });
  expect(reported.ok).toBe(false);
  expect(journey.command('cancel').ok).toBe(false);
});
