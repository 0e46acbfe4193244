import { nextOpen, workingTimeOf } from '../calendar/working-time.ts';
import { movedSince } from '../journey/dates.ts';
import { predictedReadyAt, statedReadyAt } from '../journey/manufacture.ts';
import { deliveryAgreed } from '../journey/shipments.ts';
import { type Window, window } from '../journey/slots.ts';
import { effectiveTime, type JourneyState } from '../journey/state.ts';
import { makerTimes } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, latest, plus } from '../time.ts';
import {
  attemptSeq,
  bookingOf,
  decidedInAttempt,
  everyDecided,
  everyRecorded,
  instantOf,
  pairOf,
  recordedInAttempt,
  reportedInstant,
  roundInAttempt,
} from './attempt.ts';
import { collectionOf } from './collection-items.ts';
import { earliestAfter, siteLead } from './lead-times.ts';
import { type Basis, type PlanItem, planItem } from './plan-item.ts';

/** A date of the plan with its basis, before it becomes an item. */
export interface PlannedDate {
  readonly at: Instant;
  readonly until?: Instant;
  readonly basis: Basis;
  readonly closedOn?: Instant;
}

/** When the product of the present attempt is ready: as made, as the maker last said, else as booked or usual. */
function readyOf(state: JourneyState, protocol: Protocol): PlannedDate | undefined {
  const made = decidedInAttempt(state, 'Manufacturing', 'Follow the manufacture', 'made');
  if (made !== undefined) return { at: effectiveTime(state, made).at, basis: 'done' };
  const inManufacture = roundInAttempt(state, 'Manufacturing') !== undefined;
  const stated = inManufacture ? statedReadyAt(state) : reportedInstant(state, 'predictedReadyAt');
  // A word of the maker from before the collection was moved past it says nothing any more.
  const isPossible = inManufacture || stated === undefined || stated >= (collectionOf(state)?.until ?? stated);
  if (stated !== undefined && isPossible) return { at: stated, basis: 'predicted' };
  const booked = readyAsBooked(state, protocol);
  if (booked !== undefined) return booked;
  const usual = predictedReadyAt(state, protocol);
  return inManufacture && usual !== undefined ? { at: usual, basis: 'predicted' } : undefined;
}

/** As booked; later where the collection ended too late for it. */
function readyAsBooked(state: JourneyState, protocol: Protocol): PlannedDate | undefined {
  const booking = bookingOf(state);
  const collection = collectionOf(state);
  const planned = instantOf(booking?.evidence, 'plannedReadyAt');
  const slot = window.safeParse(booking?.evidence.collectionSlot);
  if (collection === undefined || planned === undefined || !slot.success) return undefined;
  const usual = plus(collection.until, makerTimes(protocol).predicted, state.site.zone);
  const earliest = earliestAfter(collection.until, usual, [slot.data.until, planned]);
  return planned >= earliest ? { at: planned, basis: 'booked' } : { at: earliest, basis: 'derived' };
}

/** When the product of the present attempt is ready, and when it is delivered. */
export interface ProductDates {
  readonly ready?: PlannedDate | undefined;
  readonly delivery?: PlannedDate | undefined;
}

export function productDates(state: JourneyState, protocol: Protocol): ProductDates {
  const ready = readyOf(state, protocol);
  return { ready, delivery: deliveryOf(state, ready) };
}

/** When the product is delivered: as it came, as agreed, as booked, else as early as it can be after it is ready. */
function deliveryOf(state: JourneyState, ready: PlannedDate | undefined): PlannedDate | undefined {
  const arrived = recordedInAttempt(state, 'Receipt', 'Follow the delivery', 'arrived');
  if (arrived !== undefined) return { at: effectiveTime(state, arrived).at, basis: 'done' };
  const agreed = decidedInAttempt(state, 'Receipt', 'Agree the delivery', 'agreed') && deliveryAgreed(state);
  if (agreed !== undefined) return { at: agreed.from, until: agreed.until, basis: 'agreed' };
  if (ready === undefined) return undefined;
  const evidence = bookingOf(state)?.evidence;
  const bookedDelivery = instantOf(evidence, 'plannedDeliveryAt');
  const lead = plus(ready.at, siteLead(state, 'readyToDelivery'), state.site.zone);
  const earliest = earliestAfter(ready.at, lead, pairOf(evidence, 'plannedReadyAt', 'plannedDeliveryAt'));
  const stated = reportedWindow(state) ?? (bookedDelivery === undefined ? undefined : { from: bookedDelivery });
  if (stated !== undefined && stated.from >= earliest) {
    return { at: stated.from, ...('until' in stated ? { until: stated.until } : {}), basis: 'booked' };
  }
  return onOpenDay(state, earliest);
}

function reportedWindow(state: JourneyState): Window | undefined {
  const read = window.safeParse(movedSince(state, { seq: attemptSeq(state) }, 'deliveryWindow'));
  return read.success ? read.data : undefined;
}

/** A derived date: on a closed day of the site it moves to the next opening, and says so. */
export function onOpenDay(state: JourneyState, at: Instant): PlannedDate {
  const open = nextOpen(at, workingTimeOf(state));
  return open === at ? { at, basis: 'derived' } : { at: open, basis: 'derived', closedOn: at };
}

export function readyItems(state: JourneyState, { ready }: ProductDates): readonly PlanItem[] {
  const done = everyDecided(state, 'Follow the manufacture', 'made').map((made, index) =>
    planItem('ready', index + 1, { from: effectiveTime(state, made).at, basis: 'done' }),
  );
  return [...done, ...planned('ready', done.length + 1, ready)];
}

export function deliveryItems(state: JourneyState, { delivery }: ProductDates): readonly PlanItem[] {
  const done = everyRecorded(state, 'Follow the delivery', 'arrived').map((arrived, index) =>
    planItem('delivery', index + 1, { from: effectiveTime(state, arrived).at, basis: 'done' }),
  );
  return [...done, ...planned('delivery', done.length + 1, delivery)];
}

/** The item of a date still to come; none for one that is done already or not known yet. */
export function planned(item: PlanItem['item'], number: number, date: PlannedDate | undefined): readonly PlanItem[] {
  if (date === undefined || date.basis === 'done') return [];
  const { at, ...rest } = date;
  return [planItem(item, number, { from: at, ...rest })];
}

/** Whichever of the dates is latest; undefined where none is known. */
export const latestOf = (...dates: readonly (Instant | undefined)[]): Instant | undefined =>
  dates.reduce((one, other) => (one === undefined || other === undefined ? (one ?? other) : latest(one, other)));
