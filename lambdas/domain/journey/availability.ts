import { goBasis } from '../protocol/accessors.ts';
import { GO_BASES } from '../protocol/care-sections.ts';
import type { Protocol } from '../protocol/schema.ts';
import { certifiedBatch, isAccepted } from './product.ts';
import { policyOf } from './site-policy.ts';
import { type JourneyState, latestDecision } from './state.ts';

type GoBasis = (typeof GO_BASES)[number];

/** How near the product must be before conditioning: protocol or site, whichever is stricter. */
export function availability(state: JourneyState, protocol: Protocol): GoBasis {
  const asked = [goBasis(protocol), policyOf(state).goBasis];
  return GO_BASES.find((basis) => asked.includes(basis)) ?? 'accepted-on-site';
}

/** True when the product of this course is as near as it must be before conditioning. */
export function isAvailable(state: JourneyState, protocol: Protocol): boolean {
  switch (availability(state, protocol)) {
    case 'accepted-on-site':
      return isAccepted(state);
    case 'certified-and-delivery-confirmed': {
      const agreed = latestDecision(state, 'Agree the delivery');
      const certificate = latestDecision(state, 'Check certificate');
      return (
        isAccepted(state) ||
        (certifiedBatch(state) !== undefined &&
          agreed?.decision === 'agreed' &&
          certificate !== undefined &&
          agreed.seq > certificate.seq)
      );
    }
    default:
      return latestDecision(state, 'Record acceptance by the maker')?.decision === 'accepted';
  }
}
