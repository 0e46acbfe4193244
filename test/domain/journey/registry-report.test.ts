import { expect, test } from 'vitest';
import { dateOf } from '../../../lambdas/domain/calendar/local-time.ts';
import { donationsToAccount } from '../../../lambdas/domain/journey/donation-accounts.ts';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { registry, visits } from '../../../lambdas/domain/protocol/accessors.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const reasons = ({ journey }: Walk) =>
  journey.events.flatMap(({ type, data }) =>
    type === 'step.skipped' && data.step === 'Report to the registry' ? [[data.round, data.because]] : [],
  );

test('a visit is reported where it is on the track of the registry, and passed over where it is not', () => {
  const walk = sceneOf('Report to the registry');
  const names = visits(PROTOCOL).map(({ name }) => name);
  const first = names.findIndex((name) => registry(PROTOCOL)?.reports.includes(name));
  expect(walk.journey.step('Report to the registry').round).toBe(first + 1);
  expect(reasons(walk)).toEqual(names.slice(0, first).map((_, index) => [index + 1, 'not-on-the-registry-track']));
});

test('without the consent of the patient no visit is reported', () => {
  const walk = sceneOf('Record follow-up visit');
  const [visit] = walk.journey.open;
  if (visit === undefined) throw new Error('expected an open visit');
  const evidence = { consents: ['registry'], explanation: 'the patient says so' };
  expect(walk.journey.report(visit, 'consent-withdrawn', { evidence }).ok).toBe(true);
  walk.machines.deliver();
  const visited = walk.journey.open.filter(({ step }) => step === 'Record follow-up visit');
  for (const { phase, round, step } of visited) {
    expect(walk.journey.sign({ phase, round, step }, 'attended').ok).toBe(true);
    walk.machines.deliver();
  }
  expect(reasons(walk)).toHaveLength(visited.length);
  expect(new Set(reasons(walk).map(([, because]) => because))).toEqual(new Set(['no-consent-to-registry']));
});

const withdraw = (walk: Walk, kind: string): void => {
  report(walk, 'consent-withdrawn', { consents: [kind] });
};

const against = ({ journey }: Walk) =>
  journey.state.deviations.filter(({ kind }) => kind === 'against-consent-to-registry');

test('a report that is asked already waits while its consent is in doubt: made all the same it is a critical deviation', () => {
  const walk = sceneOf('Report to the registry');
  const before = walk.journey.now;
  walk.journey.pass('PT1H');
  withdraw(walk, 'registry');
  walk.journey.pass('PT1H');
  walk.decide('Report to the registry');
  expect(against(walk)).toMatchObject([{ class: 'critical', step: 'Report to the registry' }]);
  const earlier = sceneOf('Report to the registry');
  earlier.journey.pass('PT1H');
  withdraw(earlier, 'registry');
  earlier.decide('Report to the registry', 'reported', { occurredAt: before });
  expect(against(earlier)).toEqual([]);
});

test('once it is sure that the consent is gone the report is asked of nobody, and nothing waits', () => {
  const walk = sceneOf('Report to the registry');
  withdraw(walk, 'registry');
  walk.decide('Decide on the withdrawal', 'goes-on');
  const asked = walk.journey.step('Report to the registry');
  expect(asked.status).toBe('withdrawn');
  expect(
    walk.journey.state.phases.find(({ phase, round }) => phase === asked.phase && round === asked.round),
  ).toMatchObject({ outcome: 'attended' });
  expect(walk.machines.waiting).toBe(walk.journey.open.length);
});

const VISIT = 'Record follow-up visit';
const visitsAsked = ({ journey }: Walk) => journey.open.filter(({ step }) => step === VISIT).length;

test('without consent to follow-up no visit is asked: those open are withdrawn, those to come passed over', () => {
  const walk = sceneOf(VISIT);
  withdraw(walk, 'followUp');
  walk.decide('Decide on the withdrawal', 'goes-on');
  expect(visitsAsked(walk)).toBe(0);
  const rounds = walk.journey.state.phases.filter(({ phase }) => phase === 'FollowUpVisit').length;
  while (walk.journey.state.phases.filter(({ phase }) => phase === 'FollowUpVisit').length === rounds) {
    walk.runTo(walk.nextDue());
  }
  expect(walk.journey.open).toEqual([]);
  expect(walk.journey.events.findLast(({ type }) => type === 'step.skipped')?.data).toMatchObject({
    step: VISIT,
    because: 'no-consent-to-follow-up',
  });
});

const givesAgain = (walk: Walk, kind: string): void => {
  const { journey } = walk;
  journey.pass('PT1M');
  const signedOn = dateOf(journey.now, journey.state.site.zone);
  report(walk, 'consent-given', { consents: [kind], signedOn, signedAt: journey.now });
};

test('consent to the registry given again after the course went on without it: the next visits are reported', () => {
  const walk = sceneOf('Report to the registry');
  withdraw(walk, 'registry');
  walk.decide('Decide on the withdrawal', 'goes-on');
  const before = reasons(walk).length;
  walk.journey.pass('P1D');
  givesAgain(walk, 'registry');
  const isAsked = () => walk.journey.open.some(({ step }) => step === 'Report to the registry');
  while (!isAsked()) {
    const visit = walk.journey.open.find(({ step }) => step === VISIT);
    if (visit === undefined) walk.runTo(walk.nextDue());
    else walk.decide(VISIT);
  }
  expect(
    reasons(walk)
      .slice(before)
      .map(([, because]) => because),
  ).not.toContain('no-consent-to-registry');
  walk.decide('Report to the registry');
  expect(against(walk)).toEqual([]);
});

test('consent to follow-up given again after the course went on without it: the next visit is asked', () => {
  const walk = sceneOf(VISIT);
  withdraw(walk, 'followUp');
  walk.decide('Decide on the withdrawal', 'goes-on');
  expect(visitsAsked(walk)).toBe(0);
  givesAgain(walk, 'followUp');
  walk.runTo(walk.nextDue());
  while (walk.journey.open.length === 0) walk.runTo(walk.nextDue());
  expect(visitsAsked(walk)).toBe(1);
});

test('a withdrawal that was a misunderstanding asks for the visit again', () => {
  const walk = sceneOf(VISIT);
  const asked = visitsAsked(walk);
  withdraw(walk, 'followUp');
  walk.decide('Decide on the withdrawal', 'not-withdrawn');
  expect(visitsAsked(walk)).toBe(asked);
});

test('unused material disposed of without consent to it is recorded, and is a critical deviation', () => {
  const walk = sceneOf('Accept receipt');
  withdraw(walk, 'unusedMaterial');
  walk.command('cancel');
  walk.decide('Stand everything down');
  const step = walk.journey.step('Account for every container');
  const shown = factsOf(walk.journey.state, step, PROTOCOL).find(({ label }) => label === 'consentsGiven')?.value;
  expect(shown).toContain('registry');
  expect(shown).not.toContain('unusedMaterial');
  walk.decide('Account for every container');
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-consent-to-disposal', class: 'critical' }]);
});

test.each([
  ['kept-by-maker', 1],
  ['retained-as-sample', 1],
  ['kept-by-hospital', 0],
  ['used-up', 0],
] as const)('of a donation that was not used, %s without the consent: %i deviations', (fate, deviations) => {
  const walk = new Walk();
  walk.to('Follow the manufacture');
  withdraw(walk, 'unusedMaterial');
  walk.command('cancel');
  walk.decide('Stand everything down');
  const [donationNumber] = donationsToAccount(walk.journey.state);
  const evidence = { donationAccounts: [{ donationNumber, fate, certificate: 'letter 4' }] };
  walk.decide('Account for every container', 'accounted', { evidence });
  expect(walk.journey.state.deviations).toHaveLength(deviations);
});
