import { expect, test } from 'vitest';
import { signatureVerifiers } from '../../../lambdas/adapters/signature-verifiers.ts';
import { GENESIS, seal } from '../../../lambdas/domain/audit/chain.ts';
import { dossierOf } from '../../../lambdas/domain/audit/dossier.ts';
import { verifyWholeDossier } from '../../../lambdas/domain/audit/verify-passkeys.ts';
import type { JourneyEvent } from '../../../lambdas/domain/events/journey-event.ts';
import type { PasskeyProof } from '../../../lambdas/domain/events/passkey-proof.ts';
import { isSigned, type SignedEvent } from '../../../lambdas/domain/events/signed-event.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { intentOf } from '../../../lambdas/domain/sign-off/signing-intent.ts';
import { JOURNEY_ID } from '../../support/journey-driver.ts';
import { proofOf, signByPasskey } from '../../support/passkey-signing.ts';
import { SoftwareAuthenticator } from '../../support/software-authenticator.ts';
import { Walk } from '../../support/walk.ts';

const key = new SoftwareAuthenticator();
const walk = new Walk();
walk.to('Confirm eligibility');
signByPasskey(walk.journey, walk.journey.step('Confirm eligibility'), 'eligible', key);
walk.machines.deliver();
const { events: LOG, protocol, now } = walk.journey;
const SIGNED = LOG.findLast(isSigned) as SignedEvent;
const PROOF = SIGNED.data.passkey as PasskeyProof;

/** The dossier of somebody who changed what was signed and sealed the whole chain anew. */
const forged = (data: Readonly<Record<string, unknown>>): unknown =>
  sealedAnew(LOG.map((event) => (event.seq === SIGNED.seq ? { ...event, data: { ...event.data, ...data } } : event)));

function sealedAnew(log: readonly unknown[]): unknown {
  let prev = GENESIS;
  const events = (log as readonly JourneyEvent[]).map(({ hash: _hash, prev: _prev, ...event }) => {
    const sealed = seal(event as Parameters<typeof seal>[0], prev);
    prev = sealed.hash;
    return sealed as JourneyEvent;
  });
  return JSON.parse(JSON.stringify(dossierOf(JOURNEY_ID, events, protocol, now)));
}

const verify = (given: unknown) =>
  verifyWholeDossier(given, { release: { version: '0.1.0', commit: 'test' } }, signatureVerifiers);
const verdictOf = async (data: Readonly<Record<string, unknown>>) => {
  const { verified, passkeySignaturesVerified, findings } = await verify(forged(data));
  return { verified, passkeySignaturesVerified, kinds: findings.map(({ kind }) => kind), seq: findings[0]?.seq };
};
const REFUSED = { verified: false, passkeySignaturesVerified: 0, kinds: ['passkey'], seq: SIGNED.seq };

test('a signature by passkey is verified anew from the log alone, and counted', async () => {
  const verdict = await verify(forged({}));
  expect(verdict).toMatchObject({ verified: true, passkeySignaturesVerified: 1, findings: [] });
  expect(verdict.notes.join()).toMatch(/verified over signer, step, decision, meaning, evidence/);
});

test.each([
  ['its meaning', { meaning: 'I have seen this.' }],
  ['its evidence', { evidence: { ...(SIGNED.data as { evidence: object }).evidence, decisionReference: 'another' } }],
  ['a reason that was not given', { reason: 'because' }],
  ['its nonce', { passkey: { ...PROOF, nonce: 'another' } }],
  ['the key, by one that did not sign', { passkey: { ...PROOF, publicKey: new SoftwareAuthenticator().publicKey } }],
  ['the algorithm of the key', { passkey: { ...PROOF, alg: -257 } }],
  ['the address it was signed at', { passkey: { ...PROOF, origin: 'https://elsewhere.example' } }],
  ['the counter before it', { passkey: { ...PROOF, counterBefore: 9 } }],
  ['the proof, which is left out', { passkey: undefined }],
  ['the way it was proven', { assurance: 'pin' }],
])('a chain sealed anew after a change of %s is found out by the passkey', async (_, data) => {
  expect(await verdictOf(data)).toEqual(REFUSED);
});

test('a key that did not ask its owner for PIN or finger signs nothing', async () => {
  const careless = new SoftwareAuthenticator();
  expect(await verdictOf({ passkey: proofOf(careless, SIGNED, 'nonce', false) })).toEqual(REFUSED);
  expect(await verdictOf({ passkey: proofOf(careless, SIGNED, 'nonce', true) })).toMatchObject({ verified: true });
});

test('what was signed with less than the site asked for is a finding, also where the chain was sealed anew', async () => {
  const policy = { ...STRICTEST_POLICY, assurance: { 'Confirm eligibility': 'passkey' as const } };
  const [opened, ...rest] = LOG;
  const asking = opened?.type === 'journey.opened' ? { ...opened.data, site: { ...opened.data.site, policy } } : {};
  const changed = (event: JourneyEvent) =>
    event === opened ? { ...event, data: asking } : event.seq === SIGNED.seq ? withoutPasskey(event) : event;
  const { findings } = await verify(sealedAnew([opened as JourneyEvent, ...rest].map(changed)));
  expect(findings).toContainEqual({
    kind: 'passkey',
    seq: SIGNED.seq,
    message: 'Confirm eligibility: expected a signature by passkey or more, got pin',
  });
});

const withoutPasskey = (event: JourneyEvent): unknown => {
  const { passkey: _passkey, ...data } = event.data as SignedEvent['data'];
  return { ...event, data: { ...data, assurance: 'pin' } };
};

test('one signature stands for one event', async () => {
  const copy = { ...SIGNED, seq: LOG.length + 1 };
  const { findings } = await verify(sealedAnew([...LOG, copy]));
  expect(findings.map(({ message }) => message).join()).toContain('got one that signed an event before');
});

const ENTERED = [{ field: 'evidence.decisionReference', by: 'ana', at: LOG[0]?.recordedAt ?? '' }];
const withEntered = (entered: readonly object[]) => ({ ...SIGNED, data: { ...SIGNED.data, entered } }) as SignedEvent;

test('who had filled in what is signed too: nobody is put into the record, taken out of it or replaced', async () => {
  const passkey = proofOf(key, withEntered(ENTERED));
  expect(await verdictOf({ passkey, entered: ENTERED })).toMatchObject({ verified: true });
  expect(await verdictOf({ passkey })).toEqual(REFUSED);
  expect(await verdictOf({ passkey, entered: [{ ...ENTERED[0], by: 'ben' }] })).toEqual(REFUSED);
  expect(await verdictOf({ entered: ENTERED })).toEqual(REFUSED);
});

test('a signature of an earlier release, which did not cover that, is verified as it was given', async () => {
  const { entered: _entered, ...rest } = intentOf(withEntered(ENTERED), 'nonce');
  const passkey = proofOf(key, SIGNED, 'nonce', true, { ...rest, v: 1 });
  expect(await verdictOf({ passkey, entered: ENTERED })).toMatchObject({
    verified: true,
    passkeySignaturesVerified: 1,
  });
  expect(await verdictOf({ passkey })).toMatchObject({ verified: true });
  expect(await verdictOf({ passkey, reason: 'because' })).toEqual(REFUSED);
});
