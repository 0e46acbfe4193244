import { expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { lateArrivalForeseenAt } from '../../../lambdas/domain/journey/late-arrival.ts';
import { deliveryAgreed } from '../../../lambdas/domain/journey/shipments.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { value } from '../../support/journey-driver.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const reached = ({ journey }: Walk, names: readonly string[]) =>
  journey.events.flatMap(({ type, data, recordedAt }) =>
    type === 'rung.reached' && names.includes(data.rung) ? [[data.rung, recordedAt]] : [],
  );

test('a slot offered is held until the maker says: told a day before and at its end; a newer offer counts instead', () => {
  const walk = sceneOf('Book the slots');
  const { journey } = walk;
  const offer = (heldUntil: string) => {
    const collectionSlot = { from: plus(journey.now, 'P9D', 'UTC'), until: plus(journey.now, 'P10D', 'UTC') };
    const evidence = { manufacturingSlot: 'slot', collectionSlot, heldUntil };
    value(journey.record(journey.step('Book the slots'), 'slot-offered', { evidence }));
    walk.machines.deliver();
  };
  const first = plus(journey.now, 'P2D', 'UTC');
  offer(first);
  const second = plus(journey.now, 'P4D', 'UTC');
  journey.pass('PT1H');
  offer(second);
  walk.runTo(plus(second, 'P1D', 'UTC'));
  expect(reached(walk, ['slot-hold-ends-soon', 'slot-hold-ended'])).toEqual([
    ['slot-hold-ends-soon', lastOpen(minus(second, 'PT24H', 'UTC'), workingTimeOf(journey.state))],
    ['slot-hold-ended', second],
  ]);
});

test('a step with a date is warned of before it, each warning once; one whose time had passed warns of nothing', () => {
  const walk = sceneOf('Confirm readiness');
  const slot = walk.journey.step('Book the slots').decision?.evidence.collectionSlot as { from: string };
  walk.runTo(plus(slot.from, 'PT1H', 'UTC'));
  const warnings = ['slot-in-3-days', 'slot-tomorrow'];
  const site = workingTimeOf(walk.journey.state);
  expect(reached(walk, warnings)).toEqual([
    ['slot-in-3-days', lastOpen(minus(slot.from, 'PT72H', 'UTC'), site)],
    ['slot-tomorrow', lastOpen(minus(slot.from, 'PT24H', 'UTC'), site)],
  ]);
  const late = sceneOf('Check donor tests');
  const soon = late.journey.step('Book the slots').decision?.evidence.collectionSlot as { from: string };
  late.runTo(minus(soon.from, 'PT30H', 'UTC'));
  late.decide('Check donor tests');
  late.runTo(plus(soon.from, 'PT1H', 'UTC'));
  expect(reached(late, warnings).map(([name]) => name)).toEqual(['slot-tomorrow']);
});

test('a step that waits for something beside it is asked when that has happened; its own limits run all the same', () => {
  const walk = sceneOf('Start conditioning');
  const waiting = walk.journey.step('Give GO for thaw');
  expect(waiting.rungs.filter((rung) => !rung.startsWith('expir'))).toEqual([]);
  walk.decide('Start conditioning');
  walk.journey.pass('P3D');
  walk.decide('Complete conditioning');
  const asked = walk.journey.events.findLast(
    ({ type, data }) => type === 'rung.reached' && data.step === 'Give GO for thaw' && data.rung === 'asked',
  );
  expect(asked?.recordedAt).toBe(walk.journey.now);
});

test('an arrival foreseen more than four hours later than agreed is told to whoever receives it, once, and no smaller delay', () => {
  const walk = new Walk();
  walk.to('Follow the delivery');
  const { journey } = walk;
  const { until = '' } = deliveryAgreed(journey.state) ?? {};
  const foresee = (late: string) => {
    const evidence = { expectedAt: plus(until, late, 'UTC') };
    value(journey.record(journey.step('Follow the delivery'), 'arrival-foreseen', { evidence }));
    walk.runTo(plus(journey.now, 'PT1M', 'UTC'));
  };
  foresee('PT4H');
  expect(reached(walk, ['arrival-late'])).toEqual([]);
  foresee('PT5H');
  foresee('PT6H');
  const told = journey.events.flatMap(({ type, data }) =>
    type === 'rung.reached' && data.rung === 'arrival-late' ? [data] : [],
  );
  expect(told).toMatchObject([{ to: ['cell-lab', 'pharmacist'], class: 'critical', silent: false }]);
});

test('an arrival foreseen late, and then in time again is told to nobody', () => {
  const walk = new Walk();
  walk.to('Follow the delivery');
  const { journey } = walk;
  const { until = '' } = deliveryAgreed(journey.state) ?? {};
  const record = (late: string) => {
    const evidence = { expectedAt: plus(until, late, 'UTC') };
    value(journey.record(journey.step('Follow the delivery'), 'arrival-foreseen', { evidence }));
  };
  record('P1D');
  expect(lateArrivalForeseenAt(journey.state, journey.step('Follow the delivery'))).toBe(journey.now);
  record('PT0S');
  expect(lateArrivalForeseenAt(journey.state, journey.step('Follow the delivery'))).toBeUndefined();
});
