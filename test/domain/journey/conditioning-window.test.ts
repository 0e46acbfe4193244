import { expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { askedAt, deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { plus } from '../../../lambdas/domain/time.ts';
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
