import { type Instant, instantIn, minus, plus } from '../time.ts';
import { movedSince } from './dates.ts';
import { type Window, window } from './slots.ts';
import { effectiveTime, type JourneyState, latestDecision, type StepState, stepsNamed } from './state.ts';

/** A shipment that arrived is recorded as received within this time (site default). */
const UNPACKED_WITHIN = 'PT4H';

/** Until when the shipper in use is qualified (C05), or `lead` before that; undefined before it was handed over or once it arrived. */
export function qualifiedUntil({ checklist }: StepState, zone = 'UTC', lead = 'PT0S'): Instant | undefined {
  if (checklist.arrived !== undefined) return undefined;
  const until = instantIn(checklist['handed-over']?.values.qualifiedUntil);
  return until === undefined ? undefined : minus(until, lead, zone);
}

/** When what has to be done about a shipment is due: while it travels the limit of its shipper, then soon after its arrival. */
export function shipmentDue(state: JourneyState, step: StepState, planned: Instant | undefined): Instant | undefined {
  const { arrived } = step.checklist;
  return arrived === undefined
    ? (qualifiedUntil(step) ?? planned)
    : plus(effectiveTime(state, arrived).at, UNPACKED_WITHIN, state.site.zone);
}

/** When the collected material has to have left (C04), as stated at its release. */
export const mustLeaveBy = (state: JourneyState): Instant | undefined =>
  instantIn(latestDecision(state, 'Release the collection')?.evidence.mustLeaveBy);

/** A day before the collected material has to have left; undefined where it was asked later than that, or has left. */
export function leavesTomorrow(state: JourneyState, { openedAt, checklist }: StepState): Instant | undefined {
  const by = checklist['handed-over'] === undefined ? mustLeaveBy(state) : undefined;
  const warned = by === undefined ? undefined : minus(by, 'P1D', state.site.zone);
  return warned !== undefined && warned > openedAt ? warned : undefined;
}

/** When the product arrived at the hospital: the clocks of the receipt start here. */
export function arrivedAt(state: JourneyState): Instant | undefined {
  const followed = stepsNamed(state, 'Follow the delivery').at(-1);
  const arrived = followed?.checklist.arrived;
  if (arrived === undefined) return undefined;
  return effectiveTime(state, arrived).at;
}

/** The delivery window agreed with the maker, or as moved since. */
export function deliveryAgreed(state: JourneyState): Window | undefined {
  const agreed = latestDecision(state, 'Agree the delivery');
  if (agreed?.decision !== 'agreed') return undefined;
  const read = window.safeParse(movedSince(state, agreed, 'deliveryWindow') ?? agreed.evidence.deliveryWindow);
  return read.success ? read.data : undefined;
}
