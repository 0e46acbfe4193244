import * as z from 'zod';
import { attachment, sha256 } from '../attachments/attachment.ts';
import { isCanonical } from '../audit/hash.ts';
import { lazily } from '../lazily.ts';
import { plainJson } from '../plain-json.ts';
import { reference } from '../steps/evidence.ts';
import { instant } from '../time.ts';
import { userId } from './user-id.ts';

const submission = lazily(() =>
  z
    .strictObject({
      signer: z.string().trim().min(1).max(64),
      contentHash: z.string().min(1).max(128),
      nonce: z.string().min(1).max(256),
      decision: z.string().min(1).max(40),
      evidence: z.record(z.string().max(60), z.json()).default({}),
      occurredAt: instant.optional(),
      reason: z.string().trim().min(1).max(2000).optional(),
      pin: z.string().min(4).max(64).optional(),
      /** User id of somebody who handed the step over to who did it: it is done in their place. */
      onBehalfOf: z.string().trim().min(1).max(64).transform(userId).optional(),
      /** It was done and written down on paper; the signer enters what stands there. */
      paper: z
        .strictObject({
          /** User id of who did it. */
          doneBy: z.string().trim().min(1).max(64),
          /** Where the paper or its scan is found. */
          reference,
          /** Of the file of the scan, lower-case hex. */
          sha256: sha256.optional(),
          /** The scan itself, where it was attached. */
          scan: attachment.optional(),
        })
        .optional(),
    })
    .refine(isCanonical, { error: 'expected text in well-formed Unicode' }),
);
/** What a person posts to a sign-off: who, what they saw, what they decide and on what evidence (design 6, HTTP). */
export const submissionSchema = lazily(() => plainJson.pipe(submission()));
export type Submission = z.infer<ReturnType<typeof submissionSchema>>;

/** The decision that records one event of a checklist and leaves the step open. */
export const RECORD = 'record';

/** The decision that reports something beside the step and leaves it open. */
export const REPORT = 'report';

/** The decision that says of an urgent notice: I have read this and act on it. It decides nothing. */
export const ACKNOWLEDGE = 'acknowledge';
