import type { Release } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { isSigned } from '../events/signed-event.ts';
import { apply } from '../journey/apply.ts';
import { contentHash, contentOf } from '../journey/content.ts';
import { type JourneyState, stepKey } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Finding } from './finding.ts';
import { isSameRelease, UNRELEASED } from './same-release.ts';

/** What became of the signatures of a log. */
export interface SignedContentCheck {
  /** Signatures whose content was computed again from the events before them, and hashes to what was signed. */
  readonly recomputed: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

/**
 * Computes anew what each signer was shown, from the events before the signature and the pinned protocol. What a page shows
 * depends on the code that made it: a signature that does not fit is a finding only where this release wrote it.
 */
export function checkSignedContent(
  events: readonly JourneyEvent[],
  protocol: Protocol,
  release: Release,
): SignedContentCheck {
  let recomputed = 0;
  const findings: Finding[] = [];
  const unchecked = new Map<string, number[]>();
  let state: JourneyState | undefined;
  for (const event of events) {
    const before = state;
    state = apply(state, event);
    if (before === undefined || !isSigned(event)) continue;
    const shownAt = event.type === 'report.made' ? event.data.at : event.data;
    const shown = shownHash(before, shownAt, protocol);
    if (shown === event.data.contentHash) recomputed += 1;
    else if (isSameRelease(event.release, release)) {
      const message = `${shownAt.step}: expected the hash of what was shown, ${shown ?? 'which cannot be computed'}, got ${event.data.contentHash}: the signature, or an event before it, was changed${event.release.commit === UNRELEASED ? ', or unreleased code of another state wrote it' : ''}`;
      findings.push({ kind: 'signed-content', seq: event.seq, message });
    } else {
      const wrote = `${event.release.version} (${event.release.commit})`;
      unchecked.set(wrote, [...(unchecked.get(wrote) ?? []), event.seq]);
    }
  }
  const notes = [...unchecked].map(
    ([wrote, seqs]) =>
      `Not checkable: what was signed at seq ${seqs.join(', ')} was written by release ${wrote}. Verify with that release.`,
  );
  return { recomputed, findings, notes };
}

function shownHash(state: JourneyState, ref: Parameters<typeof stepKey>[0], protocol: Protocol): string | undefined {
  const step = state.steps[stepKey(ref)];
  if (step === undefined) return undefined;
  try {
    return contentHash(contentOf(state, step, protocol));
  } catch {
    // Forged evidence or a protocol of another shape: nothing our code could have shown.
    return undefined;
  }
}
