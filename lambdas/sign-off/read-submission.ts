import * as z from 'zod';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { type Submission, submissionSchema } from '../domain/sign-off/submission.ts';
import type { Request } from '../middleware/http.ts';
import { fieldErrorsOf } from '../pages/form/issues.ts';
import { parseSignOffForm } from '../pages/form/parse.ts';
import { readPosted, shownAgain } from '../pages/form/posted.ts';
import type { FormValues, JsonSchema, Problem } from '../pages/views.ts';
import type { OpenedStep } from './opened-step.ts';
import { askedOnceMore } from './outside-limits.ts';

export type Read<P> =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly problem: P };

/** A submission from JSON; the problem is a sentence. */
export function readJson({ body }: Request): Read<string> {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return { ok: false, problem: 'Body: expected JSON as described by GET with Accept: application/json' };
  }
  const parsed = submissionSchema().safeParse(given);
  return parsed.success
    ? { ok: true, submission: parsed.data }
    : { ok: false, problem: `Submission: ${z.prettifyError(parsed.error)}` };
}

/** A submission from a form of the page, without PIN where a passkey is to sign; the problem is one the page can show, with what was typed. */
export function readForm(request: Request, opened: OpenedStep): Read<Problem> {
  const { step, stored } = opened;
  const schemas = formSchemas(step.step) as Readonly<Record<string, JsonSchema>>;
  const form = parseSignOffForm(request.body.toString('utf8'), schemas, stored.state.site.zone);
  if (!form.ok) return form;
  const parsed = submissionSchema().safeParse(form.submission);
  if (parsed.success) {
    const asked = askedOnceMore(opened, parsed.data);
    return asked === undefined
      ? { ok: true, submission: parsed.data }
      : { ok: false, problem: { ...asked, values: typedIn(request) } };
  }
  const fieldErrors = fieldErrorsOf(parsed.error.issues, '');
  // What a person did not type (the hash of what was shown, the nonce) they cannot mend either.
  const isTheirs = Object.keys(fieldErrors).every((name) => TYPED.test(name));
  return isTheirs
    ? { ok: false, problem: { message: 'check-fields', fieldErrors, values: typedIn(request) } }
    : { ok: false, problem: { message: 'not-readable', values: typedIn(request) } };
}

const TYPED = /^(signer|pin|occurredAt|reason|onBehalfOf|paper\..+|evidence\..+)$/;

/** What was typed into a form, without the PIN. */
export function typedIn({ body }: Request): FormValues {
  const posted = readPosted(body.toString('utf8'));
  return posted.ok ? shownAgain(posted.values) : {};
}
