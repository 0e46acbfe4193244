import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Instant, millisecondsBetween } from '../domain/time.ts';

/** Somebody looks up a patient while the form is open. */
const LIFE_MS = 60 * 60 * 1000;
const FORM = /^([a-f\d]{32})\.(\d{1,15})\.([A-Za-z\d_-]{43})$/;
const EPOCH = '1970-01-01T00:00:00.000Z';

const macOf = (key: string, id: string, shownAt: string): string =>
  createHmac('sha256', key).update(`atmp-referral/v1\n${id}.${shownAt}`).digest('base64url');

/**
 * Proves that a form of referral was shown by us, without storing that it was, and names it: the same form posted twice
 * is the same referral.
 */
export function referralNonce(key: string, randomBytes: (count: number) => Uint8Array, now: Instant): string {
  const id = Buffer.from(randomBytes(16)).toString('hex');
  const shownAt = String(millisecondsBetween(EPOCH, now));
  return `${id}.${shownAt}.${macOf(key, id, shownAt)}`;
}

/** The id of a form that we showed, and whether it was shown within the last hour; undefined for any other text. */
export function readReferralNonce(
  key: string,
  given: string,
  now: Instant,
): { readonly id: string; readonly isFresh: boolean } | undefined {
  const [, id, shownAt, mac] = FORM.exec(given) ?? [];
  if (id === undefined || shownAt === undefined || mac === undefined) return undefined;
  if (!timingSafeEqual(Buffer.from(macOf(key, id, shownAt)), Buffer.from(mac))) return undefined;
  return { id, isFresh: millisecondsBetween(EPOCH, now) - Number(shownAt) < LIFE_MS };
}
