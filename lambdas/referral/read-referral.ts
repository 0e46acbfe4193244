import * as z from 'zod';
import { type ReferralSubmission, referralSubmission } from '../domain/referral/referral.ts';
import type { Request } from '../middleware/http.ts';
import { fieldErrorsOf } from '../pages/form/issues.ts';
import { readPosted, shownAgain } from '../pages/form/posted.ts';
import { type Reading, readFields, readOne } from '../pages/form/read-field.ts';
import { REFERRAL, type ReferralChoices, referralForm } from '../pages/referral-page.ts';
import type { FormValues, Problem } from '../pages/views.ts';

type Read<P> =
  | { readonly ok: true; readonly submission: ReferralSubmission }
  | { readonly ok: false; readonly problem: P };

const OWN_NAMES = ['nonce', 'signer', 'pin'];

/** A referral from JSON; the problem is a sentence. */
export function readJson({ body }: Request): Read<string> {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return { ok: false, problem: 'Body: expected JSON as described by GET with Accept: application/json' };
  }
  const parsed = referralSubmission().safeParse(given);
  return parsed.success
    ? { ok: true, submission: parsed.data }
    : { ok: false, problem: `Referral: ${z.prettifyError(parsed.error)}` };
}

/** A referral from the form of the page; the problem is one the page can show, with what was typed. */
export function readForm({ body }: Request, offered: ReferralChoices): Read<Problem> {
  const posted = readPosted(body.toString('utf8'));
  if (!posted.ok) return { ok: false, problem: { message: posted.problem } };
  const reading: Reading = { values: posted.values, zone: 'UTC', errors: new Map() };
  const fields = referralForm(offered);
  const known = new Set([...OWN_NAMES, ...fields.map(({ name }) => name)]);
  const values = shownAgain(posted.values);
  // A name that the form does not have is of another form.
  if ([...posted.values.keys()].some((name) => !known.has(name)))
    return { ok: false, problem: { message: 'not-readable', values } };
  const referral = readFields(fields, reading);
  const [nonce, signer, pin] = OWN_NAMES.map((name) => readRequired(reading, name));
  if (reading.errors.size > 0) return checkFields(Object.fromEntries(reading.errors), values);
  const parsed = referralSubmission().safeParse({ referral, nonce, signer, pin });
  return parsed.success
    ? { ok: true, submission: parsed.data }
    : checkFields(fieldErrorsOf(parsed.error.issues, ''), values);
}

function readRequired(reading: Reading, name: string): string {
  const value = readOne(reading, name);
  if (value === undefined && !reading.errors.has(name)) reading.errors.set(name, 'required');
  return value ?? '';
}

/** What a person did not type (the nonce) they cannot mend either. */
const checkFields = (fieldErrors: Readonly<Record<string, string>>, values: FormValues) => ({
  ok: false as const,
  problem: Object.keys(fieldErrors).every((name) => name.startsWith(`${REFERRAL}.`) || /^(signer|pin)$/.test(name))
    ? { message: 'check-fields', fieldErrors, values }
    : { message: 'not-readable', values },
});

/** What was typed into the form, without the PIN. */
export function typedIn({ body }: Request): FormValues {
  const posted = readPosted(body.toString('utf8'));
  return posted.ok ? shownAgain(posted.values) : {};
}
