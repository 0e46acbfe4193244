import type { StepState } from '../journey/state.ts';
import type { Instant } from '../time.ts';

/** What is kept of a link, of what decides whether it still opens its step. */
export interface LinkTerms {
  /** Of the event it was asked for by. */
  readonly linkSeq: number;
  readonly expiresAt: Instant;
}

/** A decided step can be read by its old link; to sign, the link must be in time and not replaced. */
export const isLinkOver = (
  { status, linksFrom }: Pick<StepState, 'status' | 'linksFrom'>,
  { linkSeq, expiresAt }: LinkTerms,
  now: Instant,
): boolean => status === 'open' && (now >= expiresAt || linkSeq < linksFrom);
