import { mustLeaveBy } from '../journey/shipments.ts';
import { collectionSlot, type Window } from '../journey/slots.ts';
import { effectiveTime, type JourneyState } from '../journey/state.ts';
import { holdBeforeShipment } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { plus } from '../time.ts';
import {
  bookingOf,
  decidedInAttempt,
  everyDecided,
  everyRecorded,
  instantOf,
  recordedInAttempt,
  roundInAttempt,
} from './attempt.ts';
import { type PlanItem, planItem } from './plan-item.ts';

/** The collection of the present attempt: as it took place, else as booked; undefined before it was booked. */
export function collectionOf(state: JourneyState): (Window & { readonly isDone: boolean }) | undefined {
  const booked = bookingOf(state);
  if (booked === undefined) return undefined;
  const taken = everyDecided(state, 'Record apheresis', 'collected').findLast(({ seq }) => seq > booked.seq);
  const from = instantOf(taken?.evidence, 'startedAt');
  const until = instantOf(taken?.evidence, 'endedAt');
  if (from !== undefined && until !== undefined) return { from, until, isDone: true };
  const slot = collectionSlot(state);
  return slot === undefined ? undefined : { ...slot, isDone: false };
}

/** Collections that took place, and the slot booked for the next. */
export function collectionItems(state: JourneyState): readonly PlanItem[] {
  const done = everyDecided(state, 'Record apheresis', 'collected').map(({ evidence }, index) => {
    const from = instantOf(evidence, 'startedAt') ?? '';
    const until = instantOf(evidence, 'endedAt') ?? from;
    return planItem('collection', index + 1, { from, until, basis: 'done' });
  });
  const next = collectionOf(state);
  if (next === undefined || next.isDone || roundInAttempt(state, 'Collection') === undefined) return done;
  const { from, until } = next;
  return [...done, planItem('collection', done.length + 1, { from, until, basis: 'booked' })];
}

/**
 * When the collected material leaves: from the end of the collection until it must have left (C04). Its clock is a physical
 * one, so it is not moved to an open day.
 */
export function shipmentItems(state: JourneyState, protocol: Protocol): readonly PlanItem[] {
  const done = everyRecorded(state, 'Ship the starting material', 'handed-over').map((entry, index) =>
    planItem('shipment-out', index + 1, { from: effectiveTime(state, entry).at, basis: 'done' }),
  );
  const collection = collectionOf(state);
  const isOver =
    roundInAttempt(state, 'Collection') === undefined ||
    recordedInAttempt(state, 'Collection', 'Ship the starting material', 'handed-over') !== undefined;
  if (collection === undefined || isOver) return done;
  const released = decidedInAttempt(state, 'Collection', 'Release the collection', 'released', 'released-under-target');
  const stated = released === undefined ? undefined : mustLeaveBy(state);
  if (released !== undefined && stated !== undefined) {
    const from = effectiveTime(state, released).at;
    return [...done, planItem('shipment-out', done.length + 1, { from, until: stated, basis: 'agreed' })];
  }
  const hold = holdBeforeShipment(protocol);
  const from = collection.until;
  const until = hold === undefined ? from : plus(from, hold, state.site.zone);
  return [...done, planItem('shipment-out', done.length + 1, { from, until, basis: 'derived' })];
}
