import type { JourneyEvent, UnsealedEvent } from '../events/journey-event.ts';
import { canonicalText, sha256Hex } from './hash.ts';

/** Domain separation: a hash of this chain can never be mistaken for a hash made for another purpose. */
const PREFIX = 'atmp-audit/v1\n';

/** `prev` of the first event of every chain. */
export const GENESIS = '0'.repeat(64);

const linkHash = (event: Omit<JourneyEvent, 'hash'>): string => sha256Hex(PREFIX + canonicalText(event));

/** Links an event to its predecessor: `hash = SHA-256("atmp-audit/v1\n" + JCS({...event, prev}))`. */
export function seal(event: UnsealedEvent, prev: string): JourneyEvent {
  const linked = { ...event, prev };
  return { ...linked, hash: linkHash(linked) } as JourneyEvent;
}

/** What a check of a chain found. `brokenAt` is the `seq` of the first event that does not fit. */
export type ChainVerdict =
  | { readonly verified: true; readonly events: number; readonly head: string }
  | { readonly verified: false; readonly events: number; readonly brokenAt: number; readonly why: string };

/** Verifies order, gaps, links and hashes; names the first event that was changed, removed, added or reordered. */
export function verifyChain(events: readonly JourneyEvent[]): ChainVerdict {
  let prev = GENESIS;
  for (const [index, event] of events.entries()) {
    const why = faultOf(event, index + 1, prev);
    if (why !== null) return { verified: false, events: events.length, brokenAt: index + 1, why };
    prev = event.hash;
  }
  return { verified: true, events: events.length, head: prev };
}

function faultOf(event: JourneyEvent, seq: number, prev: string): string | null {
  if (event.seq !== seq) return `expected seq ${seq}, got ${event.seq}: an event was removed, added or reordered`;
  if (event.prev !== prev) return `expected prev ${prev}, got ${event.prev}`;
  const { hash, ...linked } = event;
  const expected = linkHash(linked);
  return expected === hash
    ? null
    : `expected hash ${expected}, got ${hash}: the event was changed after it was written`;
}
