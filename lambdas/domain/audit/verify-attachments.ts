import { attachmentsOf } from '../attachments/attachments-of.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import type { Finding } from './finding.ts';

/** The files that a log names and that are not among those at hand, by the checksums of these: lost, or changed since. */
export const missingAttachments = (events: readonly JourneyEvent[], atHand: ReadonlySet<string>): readonly Finding[] =>
  attachmentsOf(events)
    .filter(({ sha256 }) => !atHand.has(sha256))
    .map(({ sha256, mediaType, seq }) => ({
      kind: 'attachment',
      seq,
      message: `File (${mediaType}): expected one of SHA-256 ${sha256} among those given, got none: it is missing, or was changed`,
    }));
