import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PhaseFlow } from '../../lambdas/domain/phases/flow.ts';

/** First 12 hex digits of the SHA-256 of the flow's canonical JSON (RFC 8785): which pathway a step was opened under. */
export function flowRevision(flow: PhaseFlow): string {
  const canonical = canonicalize(flow);
  if (canonical === undefined) throw new Error(`Flow of ${flow.phase}: expected plain JSON, got nothing to hash`);
  return createHash('sha256').update(canonical).digest('hex').slice(0, 12);
}
