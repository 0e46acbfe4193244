import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { signatureVerifiers } from '../../../lambdas/adapters/signature-verifiers.ts';
import { checkOidc } from '../../../lambdas/domain/audit/verify-oidc.ts';
import type { OidcProof } from '../../../lambdas/domain/events/oidc-proof.ts';
import { isSigned, type SignedEvent } from '../../../lambdas/domain/events/signed-event.ts';
import { intentOf, oidcNonce } from '../../../lambdas/domain/sign-off/signing-intent.ts';
import { Walk } from '../../support/walk.ts';

const walk = new Walk();
walk.to('Place the order');
const SIGNED = walk.journey.events.findLast(isSigned) as SignedEvent;
const AUTH_TIME = '2026-11-22T12:00:00.000Z';
const FROM = { issuer: 'https://login.hospital.example', clientId: 'atmp' };

let pair: CryptoKeyPair;
let proof: OidcProof;
beforeAll(async () => {
  pair = await generateKeyPair('ES256', { extractable: true });
  const nonce = oidcNonce(intentOf(SIGNED, 'page'));
  const said = { iss: FROM.issuer, aud: FROM.clientId, nonce, auth_time: Date.parse(AUTH_TIME) / 1000 };
  const token = await new SignJWT(said).setProtectedHeader({ alg: 'ES256' }).sign(pair.privateKey);
  const tokenSha256 = createHash('sha256').update(token).digest('hex');
  const key = { ...(await exportJWK(pair.publicKey)) } as NonNullable<OidcProof['key']>;
  proof = { ...FROM, authTime: AUTH_TIME, tokenSha256, token, key, nonce: 'page' };
});

const check = (change: Readonly<Record<string, unknown>>, data: object = {}) => {
  const event = { ...SIGNED, data: { ...SIGNED.data, assurance: 'oidc', ...data, oidc: { ...proof, ...change } } };
  return checkOidc([event as SignedEvent], signatureVerifiers.idToken);
};

test('a kept token is verified anew over what the event says; a hash alone is counted apart', async () => {
  expect(await check({})).toEqual({ verified: 1, byHashOnly: 0, findings: [] });
  expect(await check({ token: undefined, key: undefined })).toEqual({ verified: 0, byHashOnly: 1, findings: [] });
});

test.each([
  ['its meaning', {}, { meaning: 'I have seen this.' }, 'does not carry'],
  ['the nonce of its page', { nonce: 'another' }, {}, 'does not carry'],
  ['its provider', { issuer: 'https://elsewhere.example' }, {}, 'from another provider'],
  ['the time of its log-in', { authTime: '2026-11-22T12:01:00.000Z' }, {}, 'another time'],
  ['its hash', { tokenSha256: '0'.repeat(64) }, {}, 'not the one whose hash'],
  ['its key away', { key: undefined }, {}, 'without the other'],
  ['its level', {}, { assurance: 'pin' }, 'without the other'],
])('whoever changes %s is found out', async (_, change, data, why) => {
  const { verified, findings } = await check(change, data);
  expect({ verified, findings }).toEqual({
    verified: 0,
    findings: [{ kind: 'oidc', seq: SIGNED.seq, message: expect.stringContaining(why) }],
  });
});

test('another key, and a log-in that signed before, are found out', async () => {
  const other = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey);
  expect((await check({ key: other })).findings).toHaveLength(1);
  const event = { ...SIGNED, data: { ...SIGNED.data, assurance: 'oidc', oidc: proof } } as SignedEvent;
  const twice = await checkOidc([event, { ...event, seq: event.seq + 1 }], signatureVerifiers.idToken);
  expect(twice).toMatchObject({ verified: 1, findings: [{ seq: event.seq + 1 }] });
});
