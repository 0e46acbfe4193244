import { describe, expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { askedAt, deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

/** Conditioned, with the GO for thaw open and the clock where conditioning ended. */
function conditioned() {
  const walk = new Walk();
  walk.to('Complete conditioning');
  walk.decide('Complete conditioning');
  const { from = '', until = '' } = conditioningWindow(walk.journey.state, walk.journey.protocol) ?? {};
  const sign = () => walk.journey.sign(walk.journey.step('Give GO for thaw'), 'go');
  return { walk, journey: walk.journey, from, until, sign };
}
const CLOSED = {
  refusal: { code: 'forbidden', detail: { gates: [{ gate: 'in-conditioning-window', status: 'closed' }] } },
};

test('the product is given inside the window after conditioning, its first and its last instant included', () => {
  const { journey, from, until, sign } = conditioned();
  const ended = String(journey.step('Complete conditioning').decision?.evidence.endedAt);
  expect([from, until]).toEqual([plus(ended, 'P2D', 'Europe/Berlin'), plus(ended, 'P14D', 'Europe/Berlin')]);
  for (const [at, opens] of [
    [plus(from, '-PT0.001S', 'UTC'), false],
    [plus(until, 'PT0.001S', 'UTC'), false],
  ] as const) {
    journey.now = at;
    expect(sign()).toMatchObject(CLOSED);
    expect(opens).toBe(false);
  }
  journey.now = from;
  expect(sign().ok).toBe(true);
  const last = conditioned();
  last.journey.now = last.until;
  expect(last.sign().ok).toBe(true);
});

test('nobody is asked for the GO for thaw before conditioning is done, and nobody can give it', () => {
  const walk = new Walk();
  walk.to('Start conditioning');
  expect(walk.journey.step('Give GO for thaw').rungs).not.toContain('asked');
  expect(walk.journey.sign(walk.journey.step('Give GO for thaw'), 'go')).toMatchObject({
    refusal: { detail: { gates: [{ gate: 'in-conditioning-window', status: 'unknown' }] } },
  });
  walk.to('Complete conditioning');
  walk.decide('Complete conditioning');
  expect(walk.journey.step('Give GO for thaw').rungs).toContain('asked');
});

test('its end comes nearer: the deciders are told two days, one day and at its end, each once', () => {
  const { walk, until } = conditioned();
  walk.runTo(plus(until, 'P3D', 'UTC'));
  const told = walk.journey.events.flatMap(({ type, data, recordedAt }) =>
    type === 'rung.reached' && data.rung.startsWith('window-') ? [[data.rung, recordedAt]] : [],
  );
  expect(told).toEqual([
    ['window-ends-in-2-days', plus(until, '-PT48H', 'UTC')],
    // A day before it ends is a Saturday: told while people are still there, on Friday.
    ['window-ends-tomorrow', lastOpen(plus(until, '-PT24H', 'UTC'), workingTimeOf(walk.journey.state))],
    ['window-ended', until],
  ]);
});

test('a plan that had passed before the window opened asks nobody to hurry: the GO for thaw is due from when it is asked', () => {
  const walk = new Walk();
  walk.to('Complete conditioning');
  walk.command('hold');
  walk.runTo(plus(walk.journey.now, 'P60D', 'UTC'));
  walk.command('resume');
  walk.decide('Complete conditioning');
  const step = walk.journey.step('Give GO for thaw');
  const asked = askedAt(walk.journey.state, step, walk.journey.protocol) ?? '';
  walk.runTo(asked);
  expect(walk.journey.step('Give GO for thaw').rungs.filter((rung) => /overdue|weekly/.test(rung))).toEqual([]);
  expect(deadlineOf(walk.journey.state, step, walk.journey.protocol).at > asked).toBe(true);
});

test('past its end conditioning is decided on anew, as often as it must be, and then opens a window of its own', () => {
  const { walk, until } = conditioned();
  walk.runTo(plus(until, 'P1D', 'UTC'));
  for (const round of [2, 3]) {
    walk.decide('Give GO for thaw', 'recondition');
    expect(walk.journey.open.map(({ key }) => key).toSorted()).toEqual([
      `Conditioning.${round}.Give GO for conditioning`,
      `Treatment.${round}.Give GO for thaw`,
    ]);
    walk.to('Give GO for thaw');
  }
  expect(walk.journey.state.run).toBe(1);
  walk.to('Monitor the patient');
  expect(walk.journey.state.deviations).toEqual([]);
  walk.toFollowUp();
});

test('a conditioning broken off is decided on anew, and no window counts from it', () => {
  const walk = new Walk();
  walk.to('Complete conditioning');
  walk.decide('Complete conditioning', 'recondition');
  expect(walk.journey.open.map(({ key }) => key)).toContain('Conditioning.2.Give GO for conditioning');
  expect(conditioningWindow(walk.journey.state, walk.journey.protocol)).toBeUndefined();
});

test('a deferred conditioning is asked again, and not before the stated time', () => {
  const walk = new Walk();
  walk.to('Give GO for conditioning');
  const until = plus(walk.journey.now, 'P20D', 'UTC');
  walk.decide('Give GO for conditioning', 'defer', { evidence: { until, explanation: 'an infection' } });
  const again = walk.journey.step('Give GO for conditioning');
  expect(again).toMatchObject({ round: 2, askedFrom: until, status: 'open' });
  expect(again.rungs).not.toContain('asked');
  walk.runTo(until);
  expect(walk.journey.step('Give GO for conditioning').rungs).toContain('asked');
});

const thaw = (walk: Walk, evidence: Readonly<Record<string, unknown>> = {}) => {
  const step = walk.journey.step('Give GO for thaw');
  return walk.journey.sign(step, 'go', { evidence: { ...evidenceOf(step, 'go', walk.journey), ...evidence } });
};

/** Days before the GO for thaw, after conditioning was left out on a count of the day before. */
function leftOut(days: number): Walk {
  const walk = new Walk();
  walk.to('Give GO for conditioning');
  walk.decide('Give GO for conditioning', 'go-without-conditioning');
  walk.journey.pass(`P${days}D`);
  return walk;
}

test('conditioning left out on a count: the product is given while that counts, and after it conditioning is decided on anew', () => {
  expect(thaw(leftOut(6)).ok).toBe(true);
  const late = leftOut(7);
  expect(thaw(late)).toMatchObject(CLOSED);
  late.decide('Give GO for thaw', 'recondition');
  expect(late.journey.open.map(({ step }) => step)).toContain('Give GO for conditioning');
});

test('a product given without conditioning after its count no longer counted is a deviation', () => {
  const walk = leftOut(1);
  walk.to('Give the product');
  walk.journey.pass('P7D');
  walk.decide('Give the product');
  expect(walk.journey.state.deviations.map(({ kind }) => kind)).toContain('given-outside-window');
});

test('a deferral that outlasts the count ends in conditioning', () => {
  const walk = leftOut(1);
  walk.decide('Give GO for thaw', 'defer');
  walk.journey.pass('P60D');
  expect(thaw(walk)).toMatchObject(CLOSED);
});

describe('where the window is longer than the delay after which conditioning is repeated', () => {
  /** Five weeks after conditioning, with the last count at its end. */
  function late(whiteCells: number): Walk {
    const { conditioning } = PROTOCOL;
    if (conditioning === undefined) throw new Error('expected a protocol with conditioning');
    const windows = conditioning.windows.map((one) => ({ ...one, max: { ...one.max, value: 'P60D' } }));
    const walk = new Walk({ protocol: { ...PROTOCOL, conditioning: { ...conditioning, windows } } });
    const step = walk.to('Complete conditioning');
    const evidence = { ...evidenceOf(step, 'completed', walk.journey), whiteCells };
    walk.decide('Complete conditioning', 'completed', { evidence });
    walk.journey.pass('P35D');
    return walk;
  }
  const refused = (status: string) => ({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'conditioning-not-to-repeat', status }] } },
  });

  test('white cells above the rule of the label ask for conditioning anew', () => {
    expect(thaw(late(1001))).toMatchObject(refused('closed'));
    const walk = late(900);
    expect(thaw(walk, { whiteCells: 1001 })).toMatchObject(refused('closed'));
    walk.decide('Give GO for thaw', 'recondition');
    expect(walk.journey.open.map(({ step }) => step)).toContain('Give GO for conditioning');
  });

  test('a count as low as the rule asks lets the product be given; without a new one that is not known', () => {
    const walk = late(900);
    expect(thaw(walk)).toMatchObject(refused('unknown'));
    expect(thaw(walk, { whiteCells: 1000 }).ok).toBe(true);
    walk.machines.deliver();
    expect(walk.journey.sign(walk.journey.step('Confirm GO for thaw'), 'go').ok).toBe(true);
  });
});
