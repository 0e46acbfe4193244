import { expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { valuesOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/** A journey whose collection is booked this long ahead. */
function booked(ahead: string): { readonly walk: Walk; readonly from: string } {
  const walk = new Walk();
  const step = walk.to('Book the slots');
  const from = plus(walk.journey.now, ahead, 'UTC');
  const evidence = {
    ...evidenceOf(step, 'booked', walk.journey),
    collectionSlot: { from, until: plus(from, 'PT6H', 'UTC') },
  };
  walk.decide('Book the slots', 'booked', { evidence });
  return { walk, from };
}

function atCollection(): { readonly walk: Walk; readonly from: string } {
  const made = booked('P2D');
  made.walk.to('Record apheresis');
  return made;
}

const move = (walk: Walk, from: string) =>
  report(walk, 'dates-moved', {
    collectionSlot: { from, until: plus(from, 'PT6H', 'UTC') },
    plannedDayZeroAt: undefined,
  });
const kinds = ({ journey }: Walk) => journey.state.deviations.map(({ kind }) => kind);
const told = ({ journey }: Walk, name: string) =>
  journey.events.flatMap(({ type, data, recordedAt }) =>
    type === 'rung.reached' && data.step === 'Record apheresis' && data.rung.startsWith(name) ? [recordedAt] : [],
  );
const readyAgain = ({ journey }: Walk) =>
  journey.record(journey.step('Record apheresis'), 'ready-again', { evidence: valuesOf('ready-again', journey) });

test('readiness is refused earlier than 72 hours before the slot, and the refusal says from when', () => {
  const { walk, from } = booked('P25D');
  walk.decide('Check donor tests');
  const step = walk.journey.step('Confirm readiness');
  const opens = lastOpen(minus(from, 'PT72H', 'UTC'), workingTimeOf(walk.journey.state));
  walk.journey.now = minus(opens, 'PT1M', 'UTC');
  expect(walk.journey.sign(step, 'ready')).toMatchObject({
    refusal: { message: expect.stringContaining(opens), detail: { gates: [{ gate: 'readiness-in-time' }] } },
  });
  walk.journey.now = opens;
  expect(walk.journey.sign(step, 'ready').ok).toBe(true);
});

test('a collection in its slot, under a readiness for it, says nothing', () => {
  const { walk, from } = atCollection();
  walk.runTo(plus(from, 'PT6H', 'UTC'));
  walk.decide('Record apheresis');
  expect(kinds(walk)).toEqual([]);
});

test('collected although the slot was moved after the readiness is a critical deviation', () => {
  const { walk, from } = atCollection();
  move(walk, plus(from, 'P1D', 'UTC'));
  walk.decide('Record apheresis');
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-readiness-stands', class: 'critical' }]);
});

test('collected long after the slot, under the readiness for it, is a critical deviation', () => {
  const { walk } = atCollection();
  walk.journey.pass('P20D');
  walk.decide('Record apheresis');
  expect(kinds(walk)).toEqual(['against-readiness-stands']);
});

test('for a slot that was moved readiness is confirmed again, not too early, and then counts', () => {
  const { walk, from } = atCollection();
  const moved = plus(from, 'P14D', 'UTC');
  move(walk, moved);
  expect(readyAgain(walk)).toMatchObject({ refusal: { detail: { gates: [{ gate: 'readiness-in-time' }] } } });
  const opens = lastOpen(minus(moved, 'PT72H', 'UTC'), workingTimeOf(walk.journey.state));
  walk.runTo(opens);
  expect(told(walk, 'readiness-again')).toEqual([opens]);
  value(readyAgain(walk));
  walk.runTo(plus(moved, 'PT6H', 'UTC'));
  walk.decide('Record apheresis');
  expect(kinds(walk)).toEqual([]);
});

test('once readiness is confirmed the day before the slot is told, and again for a slot that was moved', () => {
  const { walk, from } = atCollection();
  const before = (slot: string) => lastOpen(minus(slot, 'PT24H', 'UTC'), workingTimeOf(walk.journey.state));
  walk.runTo(from);
  expect(told(walk, 'slot-tomorrow')).toEqual([before(from)]);
  const moved = plus(from, 'P7D', 'UTC');
  move(walk, moved);
  walk.runTo(moved);
  expect(told(walk, 'slot-tomorrow')).toEqual([before(from), before(moved)]);
});

test('a slot moved beyond the window of the donor tests is told at once, and leads to new slots', () => {
  const { walk, from } = atCollection();
  move(walk, plus(from, 'P7D', 'UTC'));
  walk.runTo(plus(walk.journey.now, 'P1D', 'UTC'));
  expect(told(walk, 'sample-too-old')).toEqual([]);
  move(walk, plus(from, 'P90D', 'UTC'));
  walk.runTo(plus(walk.journey.now, 'P1D', 'UTC'));
  expect(told(walk, 'sample-too-old')).toHaveLength(1);
  walk.decide('Record apheresis', 'rebook');
  expect(isActive(walk.journey.state, 'Collection')).toBe(true);
  expect(walk.journey.step('Book the slots').round).toBe(2);
});
