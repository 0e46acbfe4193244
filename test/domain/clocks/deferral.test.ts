import { expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { atBedside } from '../../support/bedside.ts';
import { SITE } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';
import { told, writtenTo } from './told.ts';

function deferred(): { walk: Walk; until: string } {
  const walk = new Walk();
  walk.to('Give GO for thaw');
  const until = plus(walk.journey.now, 'P14M', SITE.zone);
  walk.decide('Give GO for thaw', 'defer', { evidence: { until, explanation: 'the patient has an infection' } });
  return { walk, until };
}

test('a product deferred for 14 months: nobody is asked before, its expiry is told all the same, old runs are replaced', () => {
  const { walk, until } = deferred();
  const { journey } = walk;
  const step = journey.step('Give GO for thaw');
  expect(step).toMatchObject({ round: 2, askedFrom: until, rungs: [] });
  const expiry = productExpiry(journey.state) ?? '';
  walk.runTo(minus(until, 'PT1S', 'UTC'));
  const reached = journey.events.flatMap(({ type, data, recordedAt }) =>
    type === 'rung.reached' && data.step === 'Give GO for thaw' && data.round === 2 && !data.rung.includes('-unseen-')
      ? [{ rung: data.rung, recordedAt }]
      : [],
  );
  const windowEnds = conditioningWindow(journey.state, journey.protocol)?.until ?? '';
  const site = workingTimeOf(journey.state);
  expect(reached).toEqual([
    { rung: 'window-ends-in-2-days', recordedAt: minus(windowEnds, 'PT48H', SITE.zone) },
    { rung: 'window-ends-tomorrow', recordedAt: lastOpen(minus(windowEnds, 'PT24H', SITE.zone), site) },
    { rung: 'window-ended', recordedAt: windowEnds },
    { rung: 'expiry-90', recordedAt: lastOpen(minus(expiry, 'P90D', SITE.zone), site) },
    { rung: 'expiry-60', recordedAt: lastOpen(minus(expiry, 'P60D', SITE.zone), site) },
    { rung: 'expiry-30', recordedAt: lastOpen(minus(expiry, 'P30D', SITE.zone), site) },
    { rung: 'expiry-14', recordedAt: lastOpen(minus(expiry, 'P14D', SITE.zone), site) },
    { rung: 'expiry-7', recordedAt: lastOpen(minus(expiry, 'P7D', SITE.zone), site) },
    { rung: 'expired', recordedAt: expiry },
  ]);
  expect(journey.state.runReasons.map(({ reason }) => reason)).toEqual(['opened', 'age']);
  expect(journey.state.run).toBe(2);
  expect(walk.machines.waiting).toBe(1);

  walk.runTo(until);
  expect(told(walk, step)).toContainEqual(expect.stringMatching(/^asked @42\d/));
  expect(journey.sign(step, 'go')).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  walk.decide('Give GO for thaw', 'stopped');
  expect(journey.state.closing?.outcome).toBe('stopped');
  expect(journey.open.map((open) => open.step)).toEqual(['Stand everything down']);
});

test('a deferral that was extended before anybody was asked is still asked of somebody', () => {
  const { walk, until } = deferred();
  const { phase, round, step } = walk.journey.step('Give GO for thaw');
  walk.command('extend', { phase, round, step, dueAt: plus(until, 'P30D', 'UTC') });
  walk.runTo(plus(until, 'P1D', 'UTC'));
  expect(writtenTo(walk, walk.journey.step('Give GO for thaw'))).toContainEqual(
    expect.stringContaining('asked: physician'),
  );
});

test('an extension does not tell a product expiry twice', () => {
  const walk = new Walk();
  const step = walk.to('Give GO for conditioning');
  const expiry = productExpiry(walk.journey.state) ?? '';
  walk.runTo(minus(expiry, 'P80D', SITE.zone));
  const { phase, round, step: name } = step;
  walk.command('extend', { phase, round, step: name, dueAt: plus(walk.journey.now, 'P10D', 'UTC') });
  walk.runTo(plus(walk.journey.now, 'P5D', 'UTC'));
  expect(told(walk, step).filter((rung) => rung.startsWith('expiry-90'))).toHaveLength(1);
});

test('a deferral can be taken back before its time, and a deferral into the past is refused', () => {
  const { walk } = deferred();
  const step = walk.journey.step('Give GO for thaw');
  const evidence = { until: minus(walk.journey.now, 'P1D', 'UTC'), explanation: 'x' };
  expect(walk.journey.sign(step, 'defer', { evidence })).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  walk.decide('Give GO for thaw');
  expect(walk.journey.open.map(({ step: open }) => open)).toEqual(['Confirm GO for thaw']);
});

test('a run is replaced at 300 days while a phase waits, and never while none does', () => {
  const walk = new Walk();
  walk.to('Check certificate');
  walk.runTo(plus(walk.journey.state.openedAt, 'P299D', SITE.zone));
  expect(walk.journey.state.run).toBe(1);
  walk.runTo(plus(walk.journey.state.openedAt, 'P601D', SITE.zone));
  expect(walk.journey.state.run).toBe(3);
  // The hub of the course, and the reassessment that runs beside it.
  const starts = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'start' ? [effect.name.slice(-2)] : []));
  expect(starts).toEqual(['-1', '-1', '-2', '-2', '-3', '-3']);
});

test('after the GO the product can still wait while it is frozen: GO is asked again, not before the stated time', () => {
  const walk = new Walk();
  const step = walk.to('Give the product');
  const { journey } = walk;
  expect(atBedside(walk, 'identity-checked-before-thaw').ok).toBe(true);
  const explanation = 'the patient has a fever';
  const past = { until: minus(journey.now, 'PT1H', 'UTC'), explanation };
  expect(journey.sign(journey.step(step.step), 'defer', { evidence: past })).toMatchObject({
    refusal: { detail: { problem: 'not-ahead' } },
  });
  const until = plus(journey.now, 'P10D', 'UTC');
  walk.decide('Give the product', 'defer', { evidence: { until, explanation } });
  expect(journey.state.phases.findLast(({ outcome }) => outcome === 'deferred')).toMatchObject({ phase: 'Treatment' });
  expect(journey.open).toMatchObject([{ step: 'Give GO for thaw', round: 2, askedFrom: until }]);
  walk.runTo(until);
  expect(told(walk, journey.step('Give GO for thaw'))).toContainEqual(expect.stringMatching(/^asked /));
  walk.to('Monitor the patient');
  expect(journey.state.deviations).toEqual([]);
  walk.toFollowUp();
});

test('what is thawed cannot wait: it is given, or it is lost and made again', () => {
  const walk = new Walk();
  const step = walk.to('Give the product');
  expect(atBedside(walk, 'thaw-started').ok).toBe(true);
  expect(walk.journey.sign(walk.journey.step(step.step), 'defer')).toMatchObject({
    refusal: { code: 'invalid', detail: { problem: 'thaw-recorded' } },
  });
  walk.decide('Give the product', 'remake');
  expect(walk.asked.map((open) => open.step).toSorted()).toEqual(['Follow the manufacture', 'Reassess the patient']);
});
