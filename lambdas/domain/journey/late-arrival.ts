import { type Instant, instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { deliveryAgreed } from './shipments.ts';
import { type ChecklistEntry, effectiveTime, type JourneyState, type StepState } from './state.ts';

/** Whoever receives a delivery is told when it comes this much later than was agreed (site default). */
const TOLERATED = 'PT4H';

/** True when the carrier foresaw an arrival much later than was agreed. */
export function comesLate(state: JourneyState, { values }: ChecklistEntry): boolean {
  const agreed = deliveryAgreed(state);
  const expected = instant.safeParse(values.expectedAt);
  return agreed !== undefined && expected.success && expected.data > plus(agreed.until, TOLERATED, state.site.zone);
}

/** When the carrier said that the delivery comes much later than agreed; undefined while it does not, or once it is here. */
export function lateArrivalForeseenAt(state: JourneyState, step: StepState): Instant | undefined {
  const foreseen = entriesOf(step, 'arrival-foreseen').at(-1);
  const isAwaited = foreseen !== undefined && step.checklist.arrived === undefined;
  return isAwaited && comesLate(state, foreseen) ? effectiveTime(state, foreseen).at : undefined;
}
