import { afterAll, beforeAll, expect, test } from 'vitest';
import { signatureVerifiers } from '../../lambdas/adapters/signature-verifiers.ts';
import { hashOf } from '../../lambdas/domain/audit/hash.ts';
import { verifyWholeDossier } from '../../lambdas/domain/audit/verify-passkeys.ts';
import { isSigned } from '../../lambdas/domain/events/signed-event.ts';
import type { SigningIntent } from '../../lambdas/domain/sign-off/signing-intent.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { momentAt } from '../../local/scenario/moment.ts';
import { calendarsOf, seedStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE, exampleStaff } from '../../local/scenario/staff.ts';
import { orderEvidence } from '../../scenarios/usual-evidence.ts';
import { encoded, formFor, pairsOf } from '../pages/support/controls.ts';
import { personIn } from '../support/builders.ts';
import { delegationOf } from '../support/delegations.ts';
import { SoftwareAuthenticator } from '../support/software-authenticator.ts';
import { enrolled, passkeysOf, postJson, type Signing, signedBy } from '../support/stage-passkey.ts';
import { type Bench, COURSE, everything, open, signedInReader, startBench, ZONE } from './bench.ts';

let bench: Bench;
let link: string;
let physician: SoftwareAuthenticator;
beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Confirm eligibility');
  physician = await enrolled(bench, 'physician');
});
afterAll(() => bench?.stop());

type Body = Readonly<Record<string, unknown>>;

const send = (path: string, body: Body, headers: Readonly<Record<string, string>> = {}) =>
  postJson(bench, `${link}${path}`, body, headers);
const signed = (key: SoftwareAuthenticator, body: Body, how: Signing = {}) => signedBy(bench, link, key, body, how);

async function submission(signer = 'physician', more: Body = {}): Promise<Body> {
  const url = `${bench.stack.url}${link}`;
  const shown = (await (await fetch(url, { headers: { accept: 'application/json' } })).json()) as Body;
  const { contentHash, nonce } = shown;
  const evidence = orderEvidence.eligible(COURSE)(momentAt(await bench.world.now(), ZONE));
  return { signer, contentHash, nonce, decision: 'eligible', evidence, ...more };
}

const WRONG = { status: 401, body: { code: 'unauthenticated' } };

test('what is to be signed is said without storing anything, and alike for every user id', async () => {
  const before = await everything(bench);
  const body = await submission();
  const known = await send('/intent', body);
  expect(known).toMatchObject({
    status: 200,
    body: {
      allowCredentials: [],
      rpId: 'localhost',
      intent: { v: 2, entered: [], signer: 'physician', decision: 'eligible' },
    },
  });
  expect((known.body.intent as SigningIntent).evidenceSha256).toBe(hashOf(known.body.evidence));
  for (const signer of ['nobody', 'nurse', ' Pharmacist']) {
    const { intent, ...rest } = (await send('/intent', { ...body, signer })).body;
    expect({ ...rest, intent: { ...(intent as SigningIntent), signer: 'physician' } }).toEqual(known.body);
  }
  expect(await everything(bench)).toEqual(before);
});

test('evidence that is not in order is refused before anybody signs, in JSON and from the form', async () => {
  const cookie = (await signedInReader(bench, link)).cookie();
  const unfit = await submission('physician', { evidence: { decisionReference: '' } });
  expect(await send('/intent', unfit, { cookie })).toMatchObject({
    status: 422,
    body: { code: 'invalid', detail: { problems: expect.anything() } },
  });
  // Why it would not be recorded can be clinical: that is told after sign-in only.
  expect(await send('/intent', unfit)).toEqual({
    status: 422,
    body: { code: 'invalid', message: expect.stringContaining('Sign in') },
  });
  const { html } = await open(bench, link);
  const pairs = new Map(pairsOf(formFor(html, 'eligible')));
  pairs.set('signer', 'physician');
  pairs.delete('pin');
  pairs.set('proof', 'passkey');
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: encoded(pairs),
  };
  const asked = await fetch(`${bench.stack.url}${link}/intent`, init);
  expect({ status: asked.status, body: await asked.json() }).toMatchObject({
    status: 422,
    body: { code: 'invalid', problem: { message: 'check-fields' } },
  });
  const signedOut = await fetch(`${bench.stack.url}${link}/intent`, {
    ...init,
    headers: { ...init.headers, cookie: '' },
  });
  expect(signedOut.status).toBe(401);
  // The page shows it as to somebody who signs by PIN, and asks for none.
  const shown = await fetch(`${bench.stack.url}${link}?lang=en`, init);
  expect(shown.status).toBe(422);
  const page = await shown.text();
  expect(page).toContain('id="problem"');
  expect(page).not.toMatch(/id="eligible-pin-error"/);
});

test.each<[string, () => Promise<Body>]>([
  ['the key of another person', async () => signed(await enrolled(bench, 'pharmacist'), await submission())],
  ['a key that nobody added', async () => signed(new SoftwareAuthenticator(), await submission())],
  ['a user id that nobody has', async () => signed(physician, await submission('nobody'))],
  ['a key that did not ask its owner', async () => signed(physician, await submission(), { verified: false })],
  ['another address', async () => signed(physician, await submission(), { origin: 'http://localhost:1' })],
  ['another meaning', async () => signed(physician, await submission(), { change: { meaning: 'I have seen this.' } })],
  [
    'evidence changed after it was signed',
    async () => {
      const body = await signed(physician, await submission());
      return { ...body, evidence: { ...(body.evidence as Body), decisionReference: 'another' } };
    },
  ],
  [
    'a reason added after it was signed',
    async () => ({ ...(await signed(physician, await submission())), reason: 'because' }),
  ],
])('%s signs nothing', async (_, body) => {
  expect(await send('/passkey', await body())).toMatchObject(WRONG);
});

test('a person who may not sign is told why when they have signed, and not before', async () => {
  const nurse = await enrolled(bench, 'nurse');
  const refused = await send('/passkey', await signed(nurse, await submission('nurse')));
  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden', detail: { problem: 'other-role' } } });
});

test('who may not sign, and whom paper names, is told to nobody whose key did not sign', async () => {
  const [key] = await passkeysOf(bench).of('physician');
  const response = { authenticatorData: 'AA', clientDataJSON: 'AA', signature: 'AA' };
  const credential = key?.credentialId ?? '';
  const assertion = { id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {}, response };
  const paper = { doneBy: 'nobody', reference: 'x' };
  const occurredAt = await bench.world.now();
  for (const more of [
    { paper, occurredAt },
    { paper: { ...paper, doneBy: 'nurse' }, occurredAt },
  ]) {
    expect(await send('/passkey', { ...(await submission('physician', more)), assertion })).toMatchObject(WRONG);
  }
});

test('a revoked key signs nothing', async () => {
  const lost = await enrolled(bench, 'physician');
  const at = await bench.world.now();
  await passkeysOf(bench).revoke('physician', lost.credentialId, { at, by: 'qa', why: 'lost' });
  expect(await send('/passkey', await signed(lost, await submission()))).toMatchObject(WRONG);
});

test('a signature by passkey is recorded once, verifies from the log alone, and raises the counter of its key', async () => {
  const before = (await passkeysOf(bench).find('physician', physician.credentialId))?.counter;
  const body = await signed(physician, await submission('Physician', { reason: 'as discussed' }));
  // The user id is typed as on a phone: the key signs the one it is kept under.
  const recorded = await send('/passkey', body);
  expect(recorded).toMatchObject({ status: 200, body: { decision: 'eligible', by: 'physician' } });
  expect(await send('/passkey', body)).toEqual(recorded);
  const key = await passkeysOf(bench).find('physician', physician.credentialId);
  expect(key).toMatchObject({ counter: physician.counter, lastUsedAt: expect.any(String) });
  const dossier = await (await fetch(`${bench.stack.url}/ops/journeys/${bench.journeyId}/dossier`)).json();
  const { events } = dossier as { events: Parameters<typeof isSigned>[0][] };
  const event = events.find(({ seq }) => seq === recorded.body.seq);
  if (event === undefined || !isSigned(event)) throw new Error('expected a signed event');
  expect(event.data).toMatchObject({ assurance: 'passkey', passkey: { counterBefore: before, rpId: 'localhost' } });
  const release = { version: event.release.version, commit: event.release.commit };
  expect(await verifyWholeDossier(dossier, { release }, signatureVerifiers)).toMatchObject({
    verified: true,
    passkeySignaturesVerified: 1,
  });
});

test('in the place of another a passkey signs whose place it is, and nothing else is recorded by it', async () => {
  const [like] = exampleStaff.filter(({ id }) => id === 'physician');
  if (like === undefined) throw new Error('expected a physician');
  await seedStaff(bench.stack, [{ ...like, id: 'ben', mail: 'ben@hospital.example' }]);
  const ben = await enrolled(bench, 'ben');
  const now = await bench.world.now();
  const period = { from: now, until: plus(now, 'P7D', 'UTC'), madeAt: now, site: EXAMPLE_SITE } as const;
  const [by, to] = ['physician', 'ben'].map((id) => ({ ...personIn(['physician']), id }));
  if (by === undefined || to === undefined) throw new Error('expected two people');
  await calendarsOf(bench.stack).keepDelegation(delegationOf(by, to, period), now);
  link = await bench.linkTo('Confirm consent');
  const evidence = () => orderEvidence.consented(momentAt(now, ZONE));
  const body = async (more: Body) => submission('ben', { decision: 'consented', evidence: evidence(), ...more });
  const inPlace = await body({ onBehalfOf: 'Physician' });
  const own = await signed(ben, await body({}));
  expect(await send('/passkey', { ...own, onBehalfOf: 'physician' })).toMatchObject(WRONG);
  const { onBehalfOf: _, ...withoutPlace } = await signed(ben, inPlace);
  expect(await send('/passkey', withoutPlace)).toMatchObject(WRONG);
  const stranger = await signed(ben, await body({ onBehalfOf: 'nurse' }));
  expect(await send('/passkey', stranger)).toMatchObject({
    status: 403,
    body: { detail: { problem: 'no-delegation' } },
  });
  expect(await send('/passkey', await signed(ben, inPlace))).toMatchObject({ status: 200, body: { by: 'ben' } });
  const dossier = await (await fetch(`${bench.stack.url}/ops/journeys/${bench.journeyId}/dossier`)).json();
  const { events } = dossier as { events: { by: unknown; release: { version: string; commit: string } }[] };
  const event = events.findLast(({ by }) => JSON.stringify(by).includes('onBehalfOf'));
  expect(event?.by).toEqual({ kind: 'person', id: 'ben', role: 'physician', onBehalfOf: 'physician' });
  const release = event?.release ?? { version: '', commit: '' };
  expect(await verifyWholeDossier(dossier, { release }, signatureVerifiers)).toMatchObject({ verified: true });
});
