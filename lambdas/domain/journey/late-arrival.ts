import type { Occasion } from '../steps/step.ts';
import { instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { deliveryAgreed } from './shipments.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';

/** Whoever receives a delivery is told when it comes this much later than was agreed (site default). */
const TOLERATED = 'PT4H';
/** A delay that was told is told again once it has grown by this much (site default). */
const GROWN = 'PT1H';

/**
 * When the carrier said that the delivery comes much later than agreed, and each time that it comes later still; none while
 * by its last word it does not, or once it is here.
 */
export function lateArrivalsForeseen(state: JourneyState, step: StepState): readonly Occasion[] {
  const agreed = deliveryAgreed(state);
  if (agreed === undefined || step.checklist.arrived !== undefined) return [];
  const { zone } = state.site;
  const inTime = plus(agreed.until, TOLERATED, zone);
  const occasions: Occasion[] = [];
  let least = inTime;
  let isLate = false;
  for (const foreseen of entriesOf(step, 'arrival-foreseen')) {
    const expected = instant.safeParse(foreseen.values.expectedAt);
    if (!expected.success) continue;
    isLate = expected.data > inTime;
    if (!isLate || expected.data < least) continue;
    least = plus(expected.data, GROWN, zone);
    const of = String(occasions.length + 1);
    occasions.push({ of, at: effectiveTime(state, foreseen).at, series: 'arrival-late' });
  }
  return isLate ? occasions : [];
}
