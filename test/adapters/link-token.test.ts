import { describe, expect, it } from 'vitest';
import { isLinkToken, isNonce, newLinkToken, nonce, tokenHash } from '../../lambdas/adapters/link-token.ts';
import { NOW, randomBytes } from '../support/journeys.ts';

const token = newLinkToken((count) => new Uint8Array(count).fill(7));

describe('link token', () => {
  it('is 43 characters of base64url, another each time', () => {
    expect(isLinkToken(token)).toBe(true);
    expect(newLinkToken(randomBytes)).not.toBe(newLinkToken(randomBytes));
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
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
