import { lastOpen, workingTimeOf } from '../calendar/working-time.ts';
import { availability } from '../journey/availability.ts';
import { conditioningWindow } from '../journey/conditioning.ts';
import { movedSince } from '../journey/dates.ts';
import { dayZero } from '../journey/product.ts';
import { type Decision, effectiveTime, type JourneyState, stepKey } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, instantIn, latest, minus, plus } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import {
  attemptSeq,
  bookingOf,
  decidedInAttempt,
  deferredUntil,
  instantOf,
  pairOf,
  roundInAttempt,
} from './attempt.ts';
import { conditioningLead, earliestAfter, siteLead } from './lead-times.ts';
import { latestOf, onOpenDay, type PlannedDate, type ProductDates } from './product-items.ts';

export interface TreatmentDates {
  /** Undefined where none is given, or nothing is known yet. */
  readonly conditioning?: PlannedDate;
  readonly dayZero?: PlannedDate;
}

const STARTED = ['started', 'started-without-go'] as const;

/** When conditioning starts and the product is given: as it happened, as prescribed or booked, else by their lead times. */
export function treatmentDates(state: JourneyState, protocol: Protocol, product: ProductDates): TreatmentDates {
  const given = dayZero(state);
  const lead = conditioningLead(state, protocol);
  const leftOut = inNewestRound(state, 'Give GO for conditioning', 'go-without-conditioning') !== undefined;
  const conditions = lead === undefined || leftOut ? undefined : lead;
  const fixed = conditions === undefined ? undefined : conditioningStated(state, nearFrom(state, protocol, product));
  const zero: PlannedDate | undefined =
    given === undefined ? dayZeroPlanned(state, protocol, product, conditions, fixed) : { at: given, basis: 'done' };
  const conditioning =
    fixed ??
    (conditions === undefined
      ? undefined
      : conditioningBefore(state, nearFrom(state, protocol, product), conditions, zero));
  return {
    ...(conditioning === undefined ? {} : { conditioning }),
    ...(zero === undefined ? {} : { dayZero: zero }),
  };
}

function inNewestRound(state: JourneyState, step: StepName, ...names: readonly string[]): Decision | undefined {
  const round = roundInAttempt(state, 'Conditioning')?.round;
  const decision =
    round === undefined ? undefined : state.steps[stepKey({ phase: 'Conditioning', round, step })]?.decision;
  return decision !== undefined && names.includes(decision.decision) ? decision : undefined;
}

/** A date as prescribed or reported since; what was stated before a conditioning that has to be repeated no longer counts. */
function statedDate(state: JourneyState, name: 'conditioningFrom' | 'plannedDayZeroAt'): Instant | undefined {
  const prescribed = decidedInAttempt(state, 'Conditioning', 'Prescribe the product', 'prescribed');
  const isStarted = inNewestRound(state, 'Start conditioning', ...STARTED) !== undefined;
  const before = isStarted ? undefined : decidedInAttempt(state, 'Conditioning', 'Start conditioning', ...STARTED);
  const since = Math.max(prescribed?.seq ?? attemptSeq(state), before?.seq ?? 0);
  const moved = instantIn(movedSince(state, { seq: since }, name));
  if (moved !== undefined) return moved;
  const counts = before === undefined || (prescribed !== undefined && prescribed.seq > before.seq);
  return counts ? instantOf((prescribed ?? bookingOf(state))?.evidence, name) : undefined;
}

/** From when the product is near enough for conditioning, as protocol and site ask; undefined where that is not known. */
function nearFrom(state: JourneyState, protocol: Protocol, { ready, delivery }: ProductDates): Instant | undefined {
  const basis = availability(state, protocol);
  if (basis === 'made-during-conditioning') return undefined;
  if (basis === 'certified-and-delivery-confirmed') return ready?.at;
  return endOf(delivery);
}

const endOf = (date: PlannedDate | undefined): Instant | undefined => date?.until ?? date?.at;

/** Conditioning as it was started, or as a person stated it while the product is there by then. */
function conditioningStated(state: JourneyState, near: Instant | undefined): PlannedDate | undefined {
  const started = inNewestRound(state, 'Start conditioning', ...STARTED);
  if (started !== undefined) return { at: effectiveTime(state, started).at, basis: 'done' };
  const stated = statedDate(state, 'conditioningFrom');
  if (stated === undefined) return undefined;
  const earliest = latestOf(near, deferredUntil(state, 'Conditioning')) ?? stated;
  return stated >= earliest ? { at: stated, basis: 'booked' } : onOpenDay(state, earliest);
}

/**
 * Conditioning counted back from day 0; from a closed day it moves to the open one before, unless the product would not be
 * there long enough by then.
 */
function conditioningBefore(
  state: JourneyState,
  productNear: Instant | undefined,
  lead: readonly string[],
  zero: PlannedDate | undefined,
): PlannedDate | undefined {
  if (zero === undefined || zero.basis === 'done') return undefined;
  const { zone } = state.site;
  const near = latestOf(productNear, deferredUntil(state, 'Conditioning'));
  const back = lead.reduce((at, duration) => minus(at, duration, zone), zero.closedOn ?? zero.at);
  const at = near === undefined ? back : latest(back, near);
  const open = lastOpen(at, workingTimeOf(state));
  const tooSoon = near !== undefined && open < plus(near, siteLead(state, 'deliveryToConditioning'), zone);
  return open === at || tooSoon ? { at, basis: 'derived' } : { at: open, basis: 'derived', closedOn: at };
}

function dayZeroPlanned(
  state: JourneyState,
  protocol: Protocol,
  { delivery }: ProductDates,
  lead: readonly string[] | undefined,
  conditioning: PlannedDate | undefined,
): PlannedDate | undefined {
  const earliest = latestOf(
    afterDelivery(state, protocol, endOf(delivery), lead),
    afterConditioning(state, lead, conditioning),
    deferredUntil(state, 'Treatment'),
    inNewestRound(state, 'Complete conditioning', 'completed') && conditioningWindow(state, protocol)?.from,
  );
  const stated = statedDate(state, 'plannedDayZeroAt');
  if (stated !== undefined && stated >= (earliest ?? stated)) return { at: stated, basis: 'booked' };
  return earliest === undefined ? undefined : onOpenDay(state, earliest);
}

const laid = (state: JourneyState, at: Instant, durations: readonly string[]): Instant =>
  durations.reduce((moved, duration) => plus(moved, duration, state.site.zone), at);

/** The product is there, and where conditioning waits for that, it follows the delivery. */
function afterDelivery(
  state: JourneyState,
  protocol: Protocol,
  delivered: Instant | undefined,
  lead: readonly string[] | undefined,
): Instant | undefined {
  if (delivered === undefined) return undefined;
  const isStarted = inNewestRound(state, 'Start conditioning', ...STARTED) !== undefined;
  const waits = availability(state, protocol) === 'accepted-on-site' && !isStarted;
  const there = plus(delivered, siteLead(state, 'deliveryToConditioning'), state.site.zone);
  const least = waits && lead !== undefined ? laid(state, onOpenDay(state, there).at, lead) : there;
  // A day 0 as prescribed was planned with the delivery known: nothing more is asked of it than that the product is there.
  if (decidedInAttempt(state, 'Conditioning', 'Prescribe the product', 'prescribed') !== undefined) return delivered;
  const evidence = bookingOf(state)?.evidence;
  return earliestAfter(delivered, least, pairOf(evidence, 'plannedDeliveryAt', 'plannedDayZeroAt'));
}

function afterConditioning(
  state: JourneyState,
  lead: readonly string[] | undefined,
  conditioning: PlannedDate | undefined,
): Instant | undefined {
  if (lead === undefined) return undefined;
  const deferred = deferredUntil(state, 'Conditioning');
  const start = conditioning?.at ?? deferred;
  if (start === undefined) return undefined;
  const prescribed = decidedInAttempt(state, 'Conditioning', 'Prescribe the product', 'prescribed');
  return earliestAfter(
    start,
    laid(state, start, lead),
    pairOf(prescribed?.evidence, 'conditioningFrom', 'plannedDayZeroAt'),
  );
}
