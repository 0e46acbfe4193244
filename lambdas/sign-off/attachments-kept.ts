import { attachmentsIn, type NamedAttachment } from '../domain/attachments/attachments-in.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { Submission } from '../domain/sign-off/submission.ts';
import type { LinkDeps, OpenedStep } from './opened-step.ts';

/**
 * Why what a submission attaches cannot be signed: a file is not stored for this journey as it says. Null when every file is, and
 * nothing is asked for a submission that attaches none.
 */
export async function attachmentsNotKept(
  { attachments }: Pick<LinkDeps, 'attachments'>,
  { stored }: Pick<OpenedStep, 'stored'>,
  { evidence, paper }: Submission,
): Promise<Refusal | null> {
  const isKept = async ({ attachment }: NamedAttachment): Promise<boolean> => {
    const kept = await attachments.find(stored.state.id, attachment.sha256);
    return kept?.size === attachment.size && kept.mediaType === attachment.mediaType;
  };
  for (const named of attachmentsIn({ evidence, paper })) {
    if (!(await isKept(named))) {
      return {
        code: 'invalid',
        message: `File of ${named.path}: none is stored for this journey with this checksum, kind and size. Attach it again on the page of the step, then sign.`,
        detail: { path: named.path, problem: 'not-stored' },
      };
    }
  }
  return null;
}
