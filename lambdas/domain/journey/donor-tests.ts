import { donorTestWindowInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, minus } from '../time.ts';
import { policyOf } from './site-policy.ts';
import { collectionSlot } from './slots.ts';
import { type JourneyState, latestDecision } from './state.ts';

/** One of the markers is positive: its maker decides, and the material is marked and stored apart. */
export const isAnyPositive = (evidence: Readonly<Record<string, unknown>> | undefined): boolean =>
  Object.values(evidence?.markers ?? {}).includes('positive');

export const isDonorPositive = (state: JourneyState): boolean =>
  isAnyPositive(latestDecision(state, 'Check donor tests')?.evidence);

/** From when a sample of the donor counts for a collection that ends then, by default the slot as it stands (C01, C02). */
export function sampleNotBefore(
  state: JourneyState,
  protocol: Protocol,
  collected: Instant | undefined = collectionSlot(state)?.until,
): Instant | undefined {
  // The stricter of law and maker.
  const window = donorTestWindowInForce(protocol, policyOf(state).jurisdiction);
  return collected === undefined || window === undefined ? undefined : minus(collected, window.before, state.site.zone);
}
