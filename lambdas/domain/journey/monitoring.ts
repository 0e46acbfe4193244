import { acuteMonitoringInForce, noDrivingInForce, proximityInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, plus } from '../time.ts';
import { dayZero } from './product.ts';
import { policyOf } from './site-policy.ts';
import type { JourneyState } from './state.ts';

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
