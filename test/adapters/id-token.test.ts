import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { verifyIdToken } from '../../lambdas/adapters/id-token.ts';
import { NOW } from '../support/journeys.ts';

const SECONDS = Date.parse(NOW) / 1000;
const EXPECTED = {
  issuer: 'https://login.hospital.example',
  clientId: 'atmp',
  subjectClaim: 'sub',
  nonce: 'n',
  startedAt: NOW,
  now: NOW,
};
const CLAIMS = {
  iss: EXPECTED.issuer,
  sub: '7f3c',
  aud: 'atmp',
  exp: SECONDS + 300,
  iat: SECONDS,
  nonce: 'n',
  auth_time: SECONDS,
  acr: 'phr',
};

let pair: CryptoKeyPair;
let other: CryptoKeyPair;
let keys: { keys: { kty: string; kid: string }[] };
beforeAll(async () => {
  pair = await generateKeyPair('ES256', { extractable: true });
  other = await generateKeyPair('ES256');
  keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one' } as { kty: string; kid: string }] };
});

const signed = (claims: Readonly<Record<string, unknown>>, key = pair.privateKey, alg = 'ES256') =>
  new SignJWT(claims).setProtectedHeader({ alg, kid: 'one' }).sign(key);

test('says who logged in, when and by what, with what proves it later', async () => {
  const token = await signed({ ...CLAIMS, amr: ['hwk'] });
  expect(await verifyIdToken(token, keys, EXPECTED)).toMatchObject({
    ok: true,
    value: { subject: '7f3c', authTime: NOW, acr: 'phr', amr: ['hwk'], token, key: { kid: 'one' }, isBare: true },
  });
  const named = await verifyIdToken(await signed({ ...CLAIMS, name: 'Ana' }), keys, EXPECTED);
  expect(named).toMatchObject({ ok: true, value: { isBare: false } });
  const byOid = await verifyIdToken(await signed({ ...CLAIMS, oid: 'o-1' }), keys, {
    ...EXPECTED,
    subjectClaim: 'oid',
  });
  expect(byOid).toMatchObject({ ok: true, value: { subject: 'o-1' } });
});

test.each([
  ['another issuer', { iss: 'https://elsewhere.example' }, 'issuer'],
  ['for somebody else', { aud: 'other' }, 'audience'],
  ['for several, none of them named as the party', { aud: ['atmp', 'other'] }, 'authorised party'],
  ['for another party', { azp: 'other' }, 'authorised party'],
  ['that is over', { exp: SECONDS - 31 }, 'time of the token'],
  ['of the future', { iat: SECONDS + 31 }, 'time of the token'],
  ['that answers another request', { nonce: 'm' }, 'nonce'],
  ['of a log-in before this one was asked for', { auth_time: SECONDS - 31 }, 'log-in before it was asked for'],
  ['of a log-in to come', { auth_time: SECONDS + 31 }, 'log-in not fresh'],
  ['that does not say when', { auth_time: undefined }, 'claims auth_time'],
])('refuses a token %s', async (_, change, why) => {
  expect(await verifyIdToken(await signed({ ...CLAIMS, ...change }), keys, EXPECTED)).toMatchObject({
    ok: false,
    refusal: { code: 'unauthenticated', detail: { why } },
  });
});

test('refuses a log-in of more than two minutes ago', async () => {
  const later = { ...EXPECTED, now: new Date((SECONDS + 121) * 1000).toISOString() };
  expect(await verifyIdToken(await signed(CLAIMS), keys, later)).toMatchObject({
    refusal: { detail: { why: 'log-in not fresh' } },
  });
});

test('refuses what the key did not sign, or was signed by a secret', async () => {
  const [head, body] = (await signed(CLAIMS)).split('.');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
  const byUs = await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'HS256', kid: 'one' })
    .sign(new TextEncoder().encode('a secret that both of us have, of 32 bytes'));
  const tokens = [await signed(CLAIMS, other.privateKey), `${head}.${body}.AAAA`, none, byUs, 'no token'];
  for (const token of tokens) {
    const result = await verifyIdToken(token, keys, EXPECTED).catch(() => ({ ok: false }));
    expect(result).toMatchObject({ ok: false });
  }
});
