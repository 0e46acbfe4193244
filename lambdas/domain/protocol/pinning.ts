import type { Instant } from '../time.ts';
import type { Protocol } from './schema.ts';
import type { Use } from './use.ts';
import { unverifiedFor } from './verification.ts';

/**
 * Why an order may not pin this protocol in a deployment of this use, in words for whoever sends or reads the order; else
 * undefined. A journey of a patient starts only on values that were signed (`verification.ts`).
 */
export function whyNotPinned(protocol: Protocol, use: Use, now: Instant): string | undefined {
  if (use !== 'production') return undefined;
  const paths = new Set(unverifiedFor(protocol, now.slice(0, 'yyyy-mm-dd'.length)).map(({ path }) => path));
  if (paths.size === 0) return undefined;
  return `Therapy protocol ${protocol.id} version ${protocol.version}: ${paths.size} values that gate are not signed by a pharmacist and a second person; no patient is treated by it. "atmp protocol check --for production" names them.`;
}
