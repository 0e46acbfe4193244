import { createHmac, timingSafeEqual } from 'node:crypto';

/** Proves that a form comes from a page of this session: a page elsewhere can post with the cookie and cannot know this. */
export const formToken = (sessionKey: string, sessionHash: string): string =>
  createHmac('sha256', sessionKey).update(`atmp-form/v1\n${sessionHash}`).digest('base64url');

/** Compares in constant time. */
export function isFormToken(sessionKey: string, sessionHash: string, given: string): boolean {
  const expected = Buffer.from(formToken(sessionKey, sessionHash));
  const got = Buffer.from(given);
  return expected.length === got.length && timingSafeEqual(expected, got);
}
