import { isFrozen } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { policyOf } from './site-policy.ts';
import type { JourneyState } from './state.ts';

/** What is kept frozen warms within minutes; no label says after how many (site default). */
const FROZEN_SECONDS = 120;

/** Seconds for which a container of the product may be outside its storage; undefined where nobody set a limit. */
export function exposureLimit(state: JourneyState, protocol: Protocol): number | undefined {
  const { exposureSeconds } = policyOf(state);
  return exposureSeconds ?? (isFrozen(protocol) ? FROZEN_SECONDS : undefined);
}
