import { NOT_NEEDED } from '../phases/flow.ts';
import { goBasis } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { GO_BASES } from '../protocol/terms.ts';
import { currentCertificate, currentManufacture, isAccepted } from './product.ts';
import { policyOf } from './site-policy.ts';
import { decisionIn, type JourneyState, latestDecision } from './state.ts';

type GoBasis = (typeof GO_BASES)[number];

/** How near the product must be before conditioning: protocol or site, whichever is stricter. */
export function availability(state: JourneyState, protocol: Protocol): GoBasis {
  const asked = [goBasis(protocol), policyOf(state).goBasis];
  return GO_BASES.find((basis) => asked.includes(basis)) ?? 'accepted-on-site';
}

/** The manufacture failed, or what arrived waits in quarantine: nothing said before about this product counts. */
function isInDoubt(state: JourneyState): boolean {
  const certificate = currentCertificate(state);
  const received = latestDecision(state, 'Accept receipt');
  if (decisionIn(state, currentManufacture(state), 'Follow the manufacture')?.decision === 'failed') return true;
  const isQuarantined = received?.decision === 'quarantined' && received.seq > (certificate?.seq ?? state.seq);
  return isQuarantined && !isAccepted(state);
}

/** True when the product of this course is as near as it must be before conditioning. */
export function isAvailable(state: JourneyState, protocol: Protocol): boolean {
  if (isInDoubt(state)) return false;
  switch (availability(state, protocol)) {
    case 'accepted-on-site':
      return isAccepted(state);
    case 'certified-and-delivery-confirmed': {
      const agreed = latestDecision(state, 'Agree the delivery');
      const certificate = currentCertificate(state);
      return (
        isAccepted(state) ||
        (agreed?.decision === 'agreed' && certificate !== undefined && agreed.seq > certificate.seq)
      );
    }
    default: {
      const accepted = decisionIn(state, currentManufacture(state), 'Record acceptance by the maker');
      return accepted?.decision === 'accepted' || accepted?.decision === NOT_NEEDED;
    }
  }
}
