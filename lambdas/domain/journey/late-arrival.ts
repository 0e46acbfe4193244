import type { Occasion } from '../steps/step.ts';
import { type Instant, instantIn, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { legOf } from './custody.ts';
import { deliveryAgreed, qualifiedUntil } from './shipments.ts';
import { type ChecklistEntry, effectiveTime, type JourneyState, type StepState } from './state.ts';

/** Whoever receives a delivery is told when it comes this much later than was agreed (site default). */
const TOLERATED = 'PT4H';
/** A delay that was told is told again once it has grown by this much (site default). */
const GROWN = 'PT1H';
/** A shipment that should be there and of which no arrival is recorded is asked after this long (site default). */
const UNSEEN_FOR = 'PT2H';

/** When a delivery was agreed to have arrived; nothing is agreed of the way to the maker. */
const agreedUntil = (state: JourneyState, step: StepState): Instant | undefined =>
  legOf(step) === 'inbound' ? deliveryAgreed(state)?.until : undefined;

/** Until when an arrival is in time: somewhat after what was agreed, and while the shipper is qualified. */
function inTimeUntil(state: JourneyState, step: StepState): Instant | undefined {
  const agreed = agreedUntil(state, step);
  const tolerated = agreed === undefined ? undefined : plus(agreed, TOLERATED, state.site.zone);
  const [earliest] = [tolerated, qualifiedUntil(step)].filter((limit) => limit !== undefined).toSorted();
  return earliest;
}

/**
 * When the carrier said that a shipment comes too late, and each time that it comes later still; none while by its last word
 * it does not, or once it is there.
 */
export function lateArrivalsForeseen(state: JourneyState, step: StepState): readonly Occasion[] {
  const inTime = inTimeUntil(state, step);
  if (inTime === undefined || step.checklist.arrived !== undefined) return [];
  const { zone } = state.site;
  const occasions: Occasion[] = [];
  let least = inTime;
  let isLate = false;
  for (const foreseen of entriesOf(step, 'arrival-foreseen')) {
    const expected = instantIn(foreseen.values.expectedAt);
    if (expected === undefined) continue;
    isLate = expected > inTime;
    if (!isLate || expected < least) continue;
    least = plus(expected, GROWN, zone);
    const of = String(occasions.length + 1);
    occasions.push({ of, at: effectiveTime(state, foreseen).at, series: 'arrival-late' });
  }
  return isLate ? occasions : [];
}

/**
 * When a shipment should have been there for a while, and no arrival is recorded: by the last word of the carrier, else as
 * agreed, else as long as its shipper is qualified, since nobody sends what is to arrive after that.
 */
export function arrivalNotSeen(state: JourneyState, step: StepState): readonly Occasion[] {
  if (step.checklist.arrived !== undefined) return [];
  const foreseen = entriesOf(step, 'arrival-foreseen');
  const told = instantIn(foreseen.at(-1)?.values.expectedAt);
  const expected = told ?? agreedUntil(state, step) ?? qualifiedUntil(step);
  if (expected === undefined) return [];
  const at = plus(expected, UNSEEN_FOR, state.site.zone);
  return [{ of: String(foreseen.length + 1), at, series: 'no-scan' }];
}

/** True when the carrier foresaw an arrival much later than was agreed. */
export function comesLate(state: JourneyState, { values }: ChecklistEntry): boolean {
  const agreed = deliveryAgreed(state);
  const expected = instantIn(values.expectedAt);
  return agreed !== undefined && expected !== undefined && expected > plus(agreed.until, TOLERATED, state.site.zone);
}
