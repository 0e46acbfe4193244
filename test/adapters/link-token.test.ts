import { describe, expect, it } from 'vitest';
import { isLinkToken, isNonce, linkToken, nonce, tokenHash } from '../../lambdas/adapters/link-token.ts';
import { NOW } from '../support/journeys.ts';

const subject = { journeyId: '28T5CY4TK', phase: 'Order', round: 1, step: 'Confirm consent', linkSeq: 5 } as const;
const token = linkToken('key', subject);

describe('link token', () => {
  it('is 43 characters of base64url, the same for the same link', () => {
    expect(isLinkToken(token)).toBe(true);
    expect(linkToken('key', { ...subject })).toBe(token);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['key', linkToken('other', subject)],
    ['journey', linkToken('key', { ...subject, journeyId: 'X' })],
    ['phase', linkToken('key', { ...subject, phase: 'Treatment' })],
    ['round', linkToken('key', { ...subject, round: 2 })],
    ['step', linkToken('key', { ...subject, step: 'Confirm eligibility' })],
    ['event', linkToken('key', { ...subject, linkSeq: 6 })],
  ])('is another one for another %s', (_, other) => {
    expect(other).not.toBe(token);
  });

  it('tells what was never issued', () => {
    for (const text of ['', 'a'.repeat(42), `${token}=`, `${token.slice(1)}/`]) expect(isLinkToken(text)).toBe(false);
  });
});

describe('nonce', () => {
  const hash = tokenHash(token);
  const shown = nonce('key', hash, 7, '2026-11-22T12:04:59.000Z');

  it('holds for its window of five minutes and the next', () => {
    expect(isNonce('key', hash, 7, '2026-11-22T12:00:00.000Z', shown)).toBe(true);
    expect(isNonce('key', hash, 7, '2026-11-22T12:09:59.999Z', shown)).toBe(true);
    expect(isNonce('key', hash, 7, '2026-11-22T12:10:00.000Z', shown)).toBe(false);
    expect(isNonce('key', hash, 7, '2026-11-22T11:59:59.999Z', shown)).toBe(false);
  });

  it('is bound to key, link and version', () => {
    expect(isNonce('other', hash, 7, NOW, shown)).toBe(false);
    expect(isNonce('key', tokenHash('x'), 7, NOW, shown)).toBe(false);
    expect(isNonce('key', hash, 8, NOW, shown)).toBe(false);
    expect(isNonce('key', hash, 7, NOW, '')).toBe(false);
  });
});
