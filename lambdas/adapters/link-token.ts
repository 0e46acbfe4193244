import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalText } from '../domain/audit/hash.ts';
import { type Instant, millisecondsBetween } from '../domain/time.ts';

const WINDOW_MS = 5 * 60 * 1000;
const EPOCH = '1970-01-01T00:00:00.000Z';

const mac = (key: string, purpose: string, parts: unknown): Buffer =>
  createHmac('sha256', key).update(`atmp-${purpose}/v1\n`).update(canonicalText(parts)).digest();

/**
 * The secret in a link: 32 random bytes, base64url (43 characters), which only the mail holds; kept is its hash. Only
 * while a mail could not be sent to all it is kept itself, in the effect, so that those told later get the same link.
 */
export const newLinkToken = (randomBytes: (count: number) => Uint8Array): string =>
  Buffer.from(randomBytes(32)).toString('base64url');

/** True for what can be a token at all; anything else was never issued and need not be looked up. */
export const isLinkToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** Lower-case hex SHA-256 of a token: what is stored and found by. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const windowOf = (now: Instant): number => Math.floor(millisecondsBetween(EPOCH, now) / WINDOW_MS);

const nonceOf = (key: string, hash: string, version: number, window: number): string =>
  mac(key, 'nonce', { tokenHash: hash, version, window }).toString('base64url');

/**
 * Proves that a form was shown by us a short while ago, without storing that it was.
 *
 * @param version of the step that was shown
 */
export const nonce = (key: string, hash: string, version: number, now: Instant): string =>
  nonceOf(key, hash, version, windowOf(now));

/** Accepts the nonce of this window of five minutes and of the one before; compares in constant time. */
export function isNonce(key: string, hash: string, version: number, now: Instant, given: string): boolean {
  const window = windowOf(now);
  const got = Buffer.from(given);
  const matches = [window, window - 1].map((each) => {
    const expected = Buffer.from(nonceOf(key, hash, version, each));
    return expected.length === got.length && timingSafeEqual(expected, got);
  });
  return matches.includes(true);
}
