import { expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { lateArrivalsForeseen } from '../../../lambdas/domain/journey/late-arrival.ts';
import { arrivedAt, deliveryAgreed, mustLeaveBy } from '../../../lambdas/domain/journey/shipments.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { valuesOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
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

/** A journey whose collection is booked a week ahead, with this step open. */
function aWeekAhead(name: StepName): Walk {
  const walk = sceneOf('Book the slots');
  const { journey } = walk;
  const step = journey.step('Book the slots');
  const collectionSlot = { from: plus(journey.now, 'P7D', 'UTC'), until: plus(journey.now, 'P7DT6H', 'UTC') };
  walk.decide(step.step, 'booked', { evidence: { ...evidenceOf(step, 'booked', journey), collectionSlot } });
  walk.to(name);
  return walk;
}

test('a step with a date is warned of before it, each warning once; one whose time had passed warns of nothing', () => {
  const walk = aWeekAhead('Confirm readiness');
  const slot = walk.journey.step('Book the slots').decision?.evidence.collectionSlot as { from: string };
  walk.runTo(plus(slot.from, 'PT1H', 'UTC'));
  const warnings = ['slot-in-3-days', 'slot-tomorrow'];
  const site = workingTimeOf(walk.journey.state);
  expect(reached(walk, warnings)).toEqual([
    ['slot-in-3-days', lastOpen(minus(slot.from, 'PT72H', 'UTC'), site)],
    ['slot-tomorrow', lastOpen(minus(slot.from, 'PT24H', 'UTC'), site)],
  ]);
  const late = aWeekAhead('Check donor tests');
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

test('an arrival foreseen more than four hours later than agreed is told to those in whose diary it stands, and again once it has grown', () => {
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
  expect(journey.step('Follow the delivery').rungs.filter((rung) => rung.startsWith('arrival-late'))).toEqual([]);
  for (const late of ['PT5H', 'PT5H', 'PT5H30M', 'PT20H', 'PT6H', 'PT20H']) foresee(late);
  const told = journey.events.flatMap(({ type, data }) =>
    type === 'rung.reached' && data.rung.startsWith('arrival-late') ? [data] : [],
  );
  const to = ['coordinator', 'pharmacist', 'cell-lab'];
  expect(told).toMatchObject([
    { rung: 'arrival-late-1', to, class: 'critical', silent: false },
    { rung: 'arrival-late-2', to, class: 'critical', silent: false },
  ]);
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
  expect(lateArrivalsForeseen(journey.state, journey.step('Follow the delivery'))).toMatchObject([{ at: journey.now }]);
  record('PT0S');
  expect(lateArrivalsForeseen(journey.state, journey.step('Follow the delivery'))).toEqual([]);
});

const toldTo = ({ journey }: Walk, name: string) =>
  journey.events.flatMap(({ type, data, recordedAt }) =>
    type === 'rung.reached' && data.rung === name && !data.silent
      ? [{ step: data.step, at: recordedAt, to: data.to, class: data.class }]
      : [],
  );

test('starting material that has not left by its limit is told to collection, physician and QA, once; a hand-over ends it', () => {
  const walk = new Walk({ acknowledging: false });
  walk.to('Ship the starting material');
  const limit = mustLeaveBy(walk.journey.state) ?? '';
  walk.runTo(plus(limit, 'P2D', 'UTC'));
  expect(toldTo(walk, 'must-leave')).toEqual([
    { step: 'Ship the starting material', at: limit, to: ['apheresis', 'physician', 'qa'], class: 'critical' },
  ]);
  const inTime = sceneOf('Ship the starting material');
  inTime.runTo(plus(limit, 'P2D', 'UTC'));
  expect(toldTo(inTime, 'must-leave')).toEqual([]);
});

test('a product that nobody has accepted four hours after it arrived is told to QA once, in whichever step it waits', () => {
  const waiting = (...decided: readonly StepName[]) => {
    const walk = sceneOf('Follow the delivery');
    for (const step of decided) walk.decide(step);
    const limit = plus(arrivedAt(walk.journey.state) ?? '', 'PT4H', 'UTC');
    walk.runTo(plus(limit, 'PT1H', 'UTC'));
    for (const step of ['Follow the delivery', 'Inspect the delivery'] as const) {
      if (!decided.includes(step)) walk.decide(step);
    }
    return toldTo(walk, 'acceptance-overdue').map((told) => ({ ...told, at: told.at === limit }));
  };
  const told = (step: StepName) => [{ step, at: true, to: ['qa', 'pharmacist'], class: 'critical' }];
  expect(waiting()).toEqual(told('Follow the delivery'));
  expect(waiting('Follow the delivery')).toEqual(told('Inspect the delivery'));
  expect(waiting('Follow the delivery', 'Inspect the delivery')).toEqual(told('Accept receipt'));
});

const rungsOf = ({ journey }: Walk, name: string) =>
  journey.events.flatMap(({ type, data, recordedAt }) =>
    type === 'rung.reached' && data.rung.startsWith(name) ? [{ at: recordedAt, to: data.to, class: data.class }] : [],
  );

test('outbound, an arrival foreseen after the shipper is qualified is told at once, as inbound', () => {
  const walk = new Walk();
  const step = walk.to('Ship the starting material');
  const { journey } = walk;
  const qualifiedUntil = plus(journey.now, 'P5D', 'UTC');
  value(journey.record(step, 'handed-over', { evidence: { ...valuesOf('handed-over', journey), qualifiedUntil } }));
  const foresee = (expectedAt: string) =>
    value(journey.record(journey.step(step.step), 'arrival-foreseen', { evidence: { expectedAt } }));
  foresee(qualifiedUntil);
  walk.runTo(plus(journey.now, 'PT1M', 'UTC'));
  expect(rungsOf(walk, 'arrival-late')).toEqual([]);
  foresee(plus(journey.now, 'P30D', 'UTC'));
  walk.runTo(plus(journey.now, 'PT1M', 'UTC'));
  expect(rungsOf(walk, 'arrival-late')).toMatchObject([{ to: ['coordinator', 'cell-lab'], class: 'critical' }]);
});

test.each<StepName>(['Ship the starting material', 'Follow the delivery'])(
  '%s: two hours after it was expected a shipment without an arrival is asked after, and one that arrived is not',
  (name) => {
    const told = (hasArrived: boolean) => {
      const walk = new Walk();
      const step = walk.to(name);
      const { journey } = walk;
      value(journey.record(step, 'handed-over', { evidence: valuesOf('handed-over', journey) }));
      const expectedAt = plus(journey.now, 'PT5H', 'UTC');
      value(journey.record(journey.step(name), 'arrival-foreseen', { evidence: { expectedAt } }));
      if (hasArrived) value(journey.record(journey.step(name), 'arrived', { evidence: valuesOf('arrived', journey) }));
      walk.runTo(plus(expectedAt, 'PT3H', 'UTC'));
      return rungsOf(walk, 'no-scan').map(({ at, to }) => [at === plus(expectedAt, 'PT2H', 'UTC'), to]);
    };
    expect(told(false)).toEqual([[true, ['coordinator', 'cell-lab']]]);
    expect(told(true)).toEqual([]);
  },
);

test('a shipment to the maker of which the carrier never said a word is asked after once its shipper is no longer qualified', () => {
  const walk = new Walk();
  const step = walk.to('Ship the starting material');
  const { journey } = walk;
  const evidence = valuesOf('handed-over', journey);
  value(journey.record(step, 'handed-over', { evidence }));
  const asked = plus(String(evidence.qualifiedUntil), 'PT2H', 'UTC');
  walk.runTo(plus(asked, 'PT1H', 'UTC'));
  expect(rungsOf(walk, 'no-scan')).toEqual([{ at: asked, to: ['coordinator', 'cell-lab'], class: 'critical' }]);
});

test('material that waits longer is warned of a day before it has to leave, unless it has left', () => {
  const told = (hasLeft: boolean) => {
    const walk = new Walk();
    const release = walk.to('Release the collection');
    const { journey } = walk;
    const limit = plus(journey.now, 'P7D', 'UTC');
    walk.decide(release.step, 'released', {
      evidence: { ...evidenceOf(release, 'released', journey), mustLeaveBy: limit, makerExtension: 'extension 1' },
    });
    const step = walk.to('Ship the starting material');
    if (hasLeft) value(journey.record(step, 'handed-over', { evidence: valuesOf('handed-over', journey) }));
    walk.runTo(limit);
    const expected = lastOpen(minus(limit, 'P1D', 'UTC'), workingTimeOf(journey.state));
    return rungsOf(walk, 'leaves-tomorrow').map(({ at, to }) => [at === expected, to]);
  };
  expect(told(false)).toEqual([[true, ['cell-lab']]]);
  expect(told(true)).toEqual([]);
});
