import { expect, test } from 'vitest';
import { containersToAccount } from '../../../lambdas/domain/journey/containers.ts';
import { donationsToAccount } from '../../../lambdas/domain/journey/donation-accounts.ts';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { PARTIES, type Party, partiesInvolved } from '../../../lambdas/domain/journey/parties.ts';
import { plus, startOfPrintedDay } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { knownValues } from '../../../lambdas/sign-off/known-values.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const skipped = ({ journey }: Walk) =>
  journey.events.flatMap(({ type, data }) =>
    type === 'step.skipped' && data.phase === 'Closure' ? [`${data.step}: ${data.because}`] : [],
  );

test('a course cancelled before anything was ordered closes at once; after that it is put in order first', () => {
  const early = new Walk();
  early.to('Place the order');
  early.command('cancel');
  expect(early.journey.state.closed?.outcome).toBe('cancelled');
  const late = new Walk();
  late.to('Check the order');
  late.command('cancel');
  expect(late.journey.state).toMatchObject({ closing: { outcome: 'cancelled' } });
  expect(late.journey.state.closed).toBeUndefined();
  late.decide('Stand everything down');
  expect(skipped(late)).toEqual(['Account for every container: every-container-accounted']);
  late.decide('Close the course');
  expect(late.journey.state.closed?.outcome).toBe('cancelled');
});

test('a journey is not closed before each certified container is accounted for, exactly once', () => {
  const walk = sceneOf('Account for every container');
  const { journey } = walk;
  const step = journey.step('Account for every container');
  const whole = evidenceOf(step, 'accounted', journey) as { accounts: Record<string, unknown>[] };
  const [first, ...others] = whole.accounts;
  for (const accounts of [others, [first, first], [...whole.accounts, { ...first, container: 'bag-9' }]]) {
    expect(journey.sign(step, 'accounted', { evidence: { accounts } })).toMatchObject({
      refusal: { detail: { problem: 'not-all-accounted' } },
    });
  }
  expect(journey.open.map(({ step: open }) => open)).toEqual(['Account for every container']);
  walk.decide('Account for every container');
  expect(containersToAccount(journey.state)).toEqual([]);
  walk.decide('Close the course');
  expect(journey.state.closed?.outcome).toBe('cancelled');
});

const STEP = 'Account for every container';

/** Collected and not certified, cancelled where the step says. */
function unused(at: StepName): Walk {
  const walk = new Walk();
  walk.to(at);
  walk.command('cancel');
  walk.decide('Stand everything down');
  return walk;
}

test.each([
  'Release the collection',
  'Ship the starting material',
  'Record acceptance by the maker',
  'Follow the manufacture',
  'Check certificate',
] as const)('stopped at %s, a journey is not closed before what was collected is accounted for', (at) => {
  const walk = unused(at);
  const { journey } = walk;
  const [donation] = donationsToAccount(journey.state);
  expect(journey.open.map(({ step }) => step)).toEqual([STEP]);
  const step = journey.step(STEP);
  expect(factsOf(journey.state, step, PROTOCOL)).toContainEqual(
    expect.objectContaining({ label: 'donationsToAccount', value: donation }),
  );
  expect(knownValues(journey.state, step)).toEqual({
    accounted: { 'evidence.donationAccounts.0.donationNumber': [donation] },
  });
  walk.decide(STEP);
  expect(donationsToAccount(journey.state)).toEqual([]);
  walk.decide('Close the course');
  expect(journey.state.closed?.outcome).toBe('cancelled');
});

test('each donation of which no certified batch was made is accounted for exactly once, its destruction with a witness', () => {
  const { journey } = unused('Follow the manufacture');
  const step = journey.step(STEP);
  const [donationNumber = ''] = donationsToAccount(journey.state);
  const kept = { donationNumber, fate: 'kept-by-maker', certificate: 'letter 4' };
  const sign = (donationAccounts: readonly object[]) =>
    journey.sign(step, 'accounted', { evidence: donationAccounts.length === 0 ? {} : { donationAccounts } });
  for (const given of [[], [kept, kept], [{ ...kept, donationNumber: 'A999926000009' }]]) {
    expect(sign(given)).toMatchObject({ refusal: { detail: { problem: 'not-all-donations-accounted' } } });
  }
  expect(sign([{ ...kept, fate: 'destroyed' }])).toMatchObject({
    refusal: { detail: { path: 'evidence.donationAccounts.0.witness', problem: 'required' } },
  });
  expect(sign([kept]).ok).toBe(true);
});

test('a donation that was collected in vain is accounted for while the follow-up goes on', () => {
  const walk = new Walk();
  walk.to('Record acceptance by the maker');
  walk.decide('Record acceptance by the maker', 'recollect');
  const [first] = donationsToAccount(walk.journey.state);
  walk.toFollowUp();
  expect(donationsToAccount(walk.journey.state)).toEqual([first]);
  expect(walk.journey.open.map(({ step }) => step)).toEqual([STEP]);
  walk.decide(STEP);
  expect(walk.journey.state.closing).toBeUndefined();
  expect(walk.journey.open).toEqual([]);
});

test('what was left of the product is accounted for while the follow-up goes on, and nothing else is asked', () => {
  const walk = new Walk();
  walk.to('Give the product');
  walk.decide('Give the product', 'partly-given');
  walk.toFollowUp();
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Account for every container']);
  walk.decide('Account for every container');
  expect(skipped(walk)).toEqual(['Stand everything down: nothing-is-booked', 'Close the course: follow-up-goes-on']);
  expect(walk.journey.state.closing).toBeUndefined();
  expect(walk.journey.open).toEqual([]);
});

test('a course that went to its end stands nobody down', () => {
  const walk = sceneOf('Arrange the lifelong watch');
  walk.decide('Arrange the lifelong watch');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Close the course']);
  expect(skipped(walk)).toEqual([
    'Stand everything down: nothing-is-booked',
    'Account for every container: every-container-accounted',
  ]);
});

test('the record is kept for thirty years from the expiry of the longest-lived batch, else from the last collection', () => {
  const closed = (walk: Walk) => walk.journey.events.findLast(({ type }) => type === 'journey.closed')?.data;
  const walk = sceneOf('Close the course');
  const expiries = walk.journey.events.flatMap(({ type, data }) =>
    type === 'step.decided' && data.decision === 'certified' ? [String(data.evidence.expiresOn)] : [],
  );
  walk.decide('Close the course');
  const { years } = PROTOCOL.traceability;
  expect(years.value).toBeGreaterThanOrEqual(30);
  const expiry = startOfPrintedDay(expiries[0] ?? '', 'Europe/Berlin');
  expect(closed(walk)).toEqual({
    outcome: 'cancelled',
    retainUntil: plus(expiry, `P${years.value}Y`, 'Europe/Berlin'),
  });
  const without = sceneOf('Stand everything down');
  without.decide('Stand everything down');
  without.decide('Close the course');
  expect(closed(without)).toEqual({ outcome: 'cancelled' });
  const collected = new Walk();
  collected.to('Ship the starting material');
  const { endedAt } = collected.journey.step('Record apheresis').decision?.evidence ?? {};
  collected.command('cancel');
  while (collected.journey.open[0] !== undefined) collected.decide(collected.journey.open[0].step);
  expect(closed(collected)).toEqual({
    outcome: 'cancelled',
    retainUntil: plus(String(endedAt), `P${years.value}Y`, 'Europe/Berlin'),
  });
});

test('while a course is closed what is left runs beside nothing: the hub ends, and a restart asks the same again', () => {
  const walk = sceneOf('Account for every container');
  walk.command('resume-execution');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Account for every container']);
  expect(walk.machines.waiting).toBe(1);
  expect(walk.journey.command('cancel')).toMatchObject({ refusal: { code: 'conflict' } });
});

test.each([
  ['Book the slots', ['maker', 'funder']],
  ['Record apheresis', ['maker', 'apheresisUnit', 'funder']],
  ['Ship the starting material', ['maker', 'carrier', 'funder']],
  ['Follow the manufacture', ['maker', 'funder']],
  ['Follow the delivery', ['maker', 'carrier', 'funder']],
  ['Start conditioning', ['maker', 'ward', 'funder']],
] as const)('cancelled at %s, whoever waits by the log is told: %j', (step, waiting) => {
  const walk = new Walk();
  walk.to(step);
  walk.command('cancel');
  const { journey } = walk;
  expect(partiesInvolved(journey.state)).toEqual(waiting);
  const asked = journey.step('Stand everything down');
  const said = (involved: readonly Party[]) =>
    Object.fromEntries(
      PARTIES.map((party) => [
        party,
        involved.includes(party) ? { told: 'told', reference: 'letter 3' } : { told: 'not-involved' },
      ]),
    );
  for (const party of waiting) {
    const evidence = said(waiting.filter((one) => one !== party));
    expect(journey.sign(asked, 'done', { evidence })).toMatchObject({
      refusal: { detail: { path: `evidence.${party}.told`, problem: 'is-involved' } },
    });
  }
  expect(journey.sign(asked, 'done', { evidence: { ...said(waiting), maker: { told: 'told' } } })).toMatchObject({
    refusal: { detail: { path: 'evidence.maker.reference', problem: 'required' } },
  });
  expect(journey.sign(asked, 'done', { evidence: said(waiting) }).ok).toBe(true);
});
