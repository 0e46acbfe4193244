import type { JourneyEvent } from '../events/journey-event.ts';
import { isSigned } from '../events/signed-event.ts';
import { evidenceIn } from '../sign-off/signing-intent.ts';
import type { Instant } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import type { Attachment } from './attachment.ts';
import { attachmentsIn } from './attachments-in.ts';

/** A file that somebody signed for: who, when, in which step, by which event. */
export interface SignedAttachment extends Attachment {
  readonly seq: number;
  readonly step: StepName;
  readonly by: string;
  readonly at: Instant;
}

/** Every file that a log names, in the order in which they were signed for. */
export const attachmentsOf = (events: readonly JourneyEvent[]): readonly SignedAttachment[] =>
  events.filter(isSigned).flatMap((event) => {
    const { seq, by, recordedAt } = event;
    const { step } = event.type === 'report.made' ? event.data.at : event.data;
    const paper = event.type === 'notice.acknowledged' ? undefined : event.data.paper;
    return attachmentsIn({ evidence: evidenceIn(event), paper }).map(({ attachment }) => ({
      ...attachment,
      seq,
      step,
      by: by.id,
      at: recordedAt,
    }));
  });
