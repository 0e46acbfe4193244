import * as z from 'zod';
import { dateOf } from '../calendar/local-time.ts';
import { signedFrom } from '../journey/consents.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import type { Instant } from '../time.ts';
import { pastDate, pastDateTime, reference } from './evidence.ts';

/** The form by which a consent is given after it was not, or no longer. Its day stands on it; its time is asked where the day says too little. */
export const consentForm = lazily(() =>
  z.strictObject({ formVersion: reference, signedOn: pastDate, signedAt: pastDateTime.optional() }),
);

/**
 * A form signed before the consent was taken back is the one that was taken back. On the day itself only its time tells
 * which of the two came first.
 */
export function signedSince(
  withdrawn: Instant | undefined,
  form: Readonly<Record<string, unknown>>,
  zone: string,
): Refusal | null {
  const { signedOn, signedAt } = form;
  if (signedAt !== undefined && dateOf(String(signedAt), zone) !== signedOn) {
    const expected = `expected a time on the day of the form (${signedOn})`;
    return refused(`got ${signedAt}, ${expected}`, { path: 'evidence.signedAt', problem: 'not-on-its-day' });
  }
  if (withdrawn === undefined || signedFrom(form, zone) > withdrawn) return null;
  const expected = `expected a time after the withdrawal (${withdrawn})`;
  if (signedAt !== undefined) {
    return refused(`got ${signedAt}, ${expected}`, { path: 'evidence.signedAt', problem: 'before-the-withdrawal' });
  }
  return signedOn === dateOf(withdrawn, zone)
    ? refused(`got none, ${expected}`, { path: 'evidence.signedAt', problem: 'day-of-the-withdrawal' })
    : refused(`got ${signedOn}, ${expected}`, { path: 'evidence.signedOn', problem: 'before-the-withdrawal' });
}

const refused = (message: string, detail: { readonly path: string; readonly problem: string }): Refusal => ({
  code: 'invalid',
  message: `Form of the consent: ${message}`,
  detail,
});
