import {
  acuteMonitoringInForce,
  noDrivingInForce,
  proximityInForce,
  tocilizumabInForce,
} from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { dayZero } from './product.ts';
import { policyOf } from './site-policy.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';

const afterDayZero = (state: JourneyState, duration: string | undefined): Instant | undefined => {
  const zero = dayZero(state);
  return zero === undefined || duration === undefined ? undefined : plus(zero, duration, state.site.zone);
};

/** When acute monitoring ends at the earliest, by the label of the site's jurisdiction. */
export const monitoringEndsAt = (state: JourneyState, protocol: Protocol): Instant | undefined =>
  afterDayZero(state, acuteMonitoringInForce(protocol, policyOf(state).jurisdiction));

/** Until when the patient stays near the hospital (C13). */
export const proximityEndsAt = (state: JourneyState, protocol: Protocol): Instant | undefined =>
  afterDayZero(state, proximityInForce(protocol, policyOf(state).jurisdiction)?.duration);

/** Until when the patient neither drives nor handles machines that can harm. */
export const drivingBanEndsAt = (state: JourneyState, protocol: Protocol): Instant | undefined =>
  afterDayZero(state, noDrivingInForce(protocol, policyOf(state).jurisdiction));

/** Each dose of tocilizumab starts a clock until another is available (C12); undefined while none runs. */
export function tocilizumabDueAt(state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined {
  const within = tocilizumabInForce(protocol, policyOf(state).jurisdiction)?.resupplyWithin;
  const last = entriesOf(step, 'tocilizumab-given').at(-1);
  if (within === undefined || last === undefined) return undefined;
  const resupplied = entriesOf(step, 'tocilizumab-resupplied').some(({ seq }) => seq > last.seq);
  return resupplied ? undefined : plus(effectiveTime(state, last).at, within, state.site.zone);
}
