import type { Protocols, StoredJourney } from '../ports.ts';
import type { Protocol } from '../protocol/schema.ts';
import { NO_PRODUCT } from '../quality/no-product.ts';

/** The protocol a journey pinned at order; of a case, which is about no product, one that says nothing. */
export function protocolOf({ protocols }: { readonly protocols: Protocols }, { state }: StoredJourney): Protocol {
  if (state.qualityCase !== undefined) return NO_PRODUCT;
  const found = protocols.get(state.protocol.id, state.protocol.version);
  if (!found.ok) throw new Error(`Journey ${state.id}: ${found.refusal.message}`);
  return found.value;
}
