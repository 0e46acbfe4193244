import { type Instant, instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { deliveryAgreed } from './shipments.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';

/** Whoever receives a delivery is told when it comes this much later than was agreed (site default). */
const TOLERATED = 'PT4H';

/** When the carrier said that the delivery comes much later than agreed; undefined while it does not, or once it is here. */
export function lateArrivalForeseenAt(state: JourneyState, step: StepState): Instant | undefined {
  const agreed = deliveryAgreed(state);
  const foreseen = entriesOf(step, 'arrival-foreseen').at(-1);
  const expected = instant.safeParse(foreseen?.values.expectedAt);
  if (agreed === undefined || foreseen === undefined || !expected.success) return undefined;
  if (step.checklist.arrived !== undefined) return undefined;
  const latest = plus(agreed.until, TOLERATED, state.site.zone);
  return expected.data > latest ? effectiveTime(state, foreseen).at : undefined;
}
