import * as z from 'zod';
import { type EnteredField, enteredField } from '../domain/events/entered-field.ts';
import { lazily } from '../domain/lazily.ts';
import { type Submission, submissionSchema } from '../domain/sign-off/submission.ts';
import type { Request } from '../middleware/http.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/, 'expected base64url');

/** What a browser hands over of a passkey that signed (WebAuthn, AuthenticationResponseJSON); what nobody here reads is dropped. */
export const assertionShape = lazily(() =>
  z.object({
    id: base64url.max(1400),
    response: z.object({
      authenticatorData: base64url.max(4000),
      clientDataJSON: base64url.max(8000),
      signature: base64url.max(8000),
    }),
  }),
);
export type Assertion = z.infer<ReturnType<typeof assertionShape>>;

export interface SignedSubmission {
  readonly submission: Submission;
  readonly assertion: Assertion;
  /** What others had filled in when the key was asked to sign; without it, nothing. */
  readonly entered: readonly EnteredField[];
}

const body = lazily(() =>
  z.looseObject({ assertion: assertionShape(), entered: z.array(enteredField()).max(400).default([]) }),
);

/** A submission together with what the passkey said to it; the problem is a sentence. */
export function readSigned({
  body: given,
}: Request): { ok: true; value: SignedSubmission } | { ok: false; problem: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(given.toString('utf8'));
  } catch {
    return { ok: false, problem: 'Body: expected JSON' };
  }
  const both = body().safeParse(parsed);
  if (!both.success) return { ok: false, problem: `Assertion: ${z.prettifyError(both.error)}` };
  const { assertion, entered, ...rest } = both.data;
  const submission = submissionSchema().safeParse(rest);
  return submission.success
    ? { ok: true, value: { submission: submission.data, assertion, entered } }
    : { ok: false, problem: `Submission: ${z.prettifyError(submission.error)}` };
}
