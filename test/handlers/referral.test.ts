import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamoIdentityStore } from '../../lambdas/adapters/dynamo-identity-store.ts';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { journeyIdSchema } from '../../lambdas/domain/identifiers/journey-id.ts';
import { startWebhook, type Webhook } from '../support/ehr-webhook.ts';
import { NOW, randomBytes } from '../support/journeys.ts';
import { type Door, formOf, openDoor, PIN, referral } from '../support/referral-door.ts';

let webhook: Webhook;
let door: Door;
beforeEach(async () => {
  webhook = await startWebhook();
  door = await openDoor(webhook);
});
afterEach(() => webhook.stop());

const signed = async (change: Readonly<Record<string, string>> = {}, own: Readonly<Record<string, unknown>> = {}) => ({
  referral: referral(change),
  signer: 'coordinator',
  pin: PIN,
  nonce: await door.nonce(),
  ...own,
});
const identities = () =>
  dynamoIdentityStore({
    client: webhook.client,
    table: webhook.tables.identities,
    randomBytes,
    identityKey: async () => 'identity key',
  });
const known = { system: 'urn:oid:1.2.3.4.6', value: 'MRN-1' };

describe('a referral', () => {
  it('opens a journey that says how, and keeps the patient apart from it', async () => {
    const answer = await door.post(await signed());
    expect(answer).toMatchObject({ status: 201, body: { journeyId: expect.any(String) } });
    const id = journeyIdSchema.parse(answer.body.journeyId);
    const stored = await webhook.store.load(id);
    expect(verifyChain(stored?.events ?? [])).toMatchObject({ verified: true });
    expect(stored?.events[0]).toMatchObject({
      type: 'journey.opened',
      by: { kind: 'person', id: 'coordinator', role: 'coordinator' },
      data: {
        site: { id: 'site-1' },
        protocol: { id: 'kymriah' },
        origin: { kind: 'referral', reference: 'letter 12', assurance: 'pin' },
      },
    });
    expect(stored?.state.order).toEqual({ orderedAt: NOW });
    const access = { reader: 'test', reason: 'test', at: NOW };
    const [pseudonym] = await identities().pseudonymsOf([known]);
    expect(pseudonym).toBe(stored?.state.patient);
    expect(await identities().patient(String(pseudonym), access)).toMatchObject({
      name: 'Erin Example',
      birthDate: '1961-04-05',
      identifiers: [known],
    });
    const effects = await webhook.store.pending({ before: '2027-01-01T00:00:00.000Z', limit: 100 });
    expect(effects.map(({ effect }) => effect.kind)).toContain('start');
    expect(await webhook.journeysTable()).not.toMatch(/Erin|Example|1961|MRN-1|246810/);
    expect(await webhook.everything()).not.toContain(PIN);
  });

  it('posted twice is the same journey, one after the other or at once', async () => {
    const body = await signed();
    const first = await door.post(body);
    expect(await door.post(body)).toEqual({ status: 200, body: first.body });
    const other = await signed({ identifierValue: 'MRN-2' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => door.post(other)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(7).fill(200), 201]);
    expect(new Set(answers.map(({ body: { journeyId } }) => journeyId)).size).toBe(1);
    expect(await webhook.count('HEAD')).toBe(2);
  });

  it('is answered the same also when its form has become old, but opens nothing then', async () => {
    const [used, unused] = [await signed(), await signed({ identifierValue: 'MRN-2' })];
    const first = await door.post(used);
    webhook.setNow('2026-11-22T13:00:00.000Z');
    expect(await door.post(used)).toEqual({ status: 200, body: first.body });
    expect(await door.post(unused)).toMatchObject({ status: 409, body: { code: 'changed' } });
    expect(await webhook.count('HEAD')).toBe(1);
  });

  it('with the form of another one is refused', async () => {
    const body = await signed();
    await door.post(body);
    const reused = { ...body, referral: referral({ identifierValue: 'MRN-2' }) };
    expect(await door.post(reused)).toMatchObject({ status: 409, body: { detail: { problem: 'form-used' } } });
    expect(await webhook.count('HEAD')).toBe(1);
  });

  it('of a patient with an open journey of the therapy names that journey and what to do', async () => {
    const first = await door.post(await signed());
    const again = await door.post(await signed({ referralReference: 'letter 13' }));
    expect(again).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('Match the order'), detail: { journeyId: first.body.journeyId } },
    });
    // Another therapy is another course, for the same patient.
    const other = await door.post(await signed({ protocol: 'yescarta' }));
    expect(other.status).toBe(201);
    const states = [first, other].map(({ body }) => webhook.store.load(String(body.journeyId)));
    const [one, two] = await Promise.all(states);
    expect(two?.state.patient).toBe(one?.state.patient);
    const reads = (await webhook.identities(`PATIENT#${one?.state.patient}`)).filter(({ sk }) =>
      sk?.S?.startsWith('ACCESS#'),
    );
    expect(reads.map(({ reader }) => reader?.S)).toContain('coordinator');
  });

  it('posted at once from many forms opens one journey', async () => {
    const forms = await Promise.all(Array.from({ length: 5 }, () => signed()));
    const answers = await Promise.all(forms.map((form) => door.post(form)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(await webhook.count('HEAD')).toBe(1);
  });

  it('with another name than the one known opens the journey, where two people read both', async () => {
    await door.post(await signed());
    const answer = await door.post(await signed({ patientName: 'Erin Married', protocol: 'yescarta' }));
    expect(answer.status).toBe(201);
    const journeyId = String(answer.body.journeyId);
    const state = (await webhook.store.load(journeyId))?.state;
    expect(state?.identityClaims.map(({ differs }) => differs)).toEqual([['name']]);
    expect(state?.phases.map(({ phase }) => phase)).toContain('IdentityMismatch');
    const access = { reader: 'test', reason: 'test', at: NOW };
    const eventId = state?.identityClaims[0]?.eventId;
    expect(await identities().patient(String(state?.patient), access)).toMatchObject({
      name: 'Erin Example',
      claims: { [journeyId]: { name: 'Erin Married', eventId } },
    });
    expect(await webhook.journeysTable()).not.toMatch(/Erin|Married/);
    const same = await door.post(await signed({ patientName: 'ERIN  example', protocol: 'breyanzi' }));
    expect((await webhook.store.load(String(same.body.journeyId)))?.state.identityClaims).toEqual([]);
  });

  it('with another birth date than the one known goes to the identity office', async () => {
    await door.post(await signed());
    const answer = await door.post(await signed({ birthDate: '1960-04-05', protocol: 'yescarta' }));
    expect(answer).toMatchObject({ status: 409, body: { detail: { path: 'referral.birthDate' } } });
    expect(await webhook.count('HEAD')).toBe(1);
  });
});

describe('where issuers of patient identifiers are configured', () => {
  it('one of them is chosen, and no other is taken', async () => {
    door = await openDoor(webhook, [{ system: 'urn:oid:1.2.3.4.6', name: 'Hospital record' }]);
    const { text } = await door.request({});
    expect(text).toContain('Hospital record');
    const other = await door.post(await signed({ identifierSystem: 'urn:insurer' }));
    expect(other).toMatchObject({ status: 422, body: { detail: { path: 'referral.identifierSystem' } } });
    expect((await door.post(await signed())).status).toBe(201);
  });
});

describe('who may', () => {
  it.each([
    ['a physician', { signer: 'physician' }, 403, 'other-role'],
    ['a coordinator of another site', { signer: 'other' }, 403, 'other-site'],
  ])('%s may not', async (_, own, status, problem) => {
    const before = await webhook.count('HEAD');
    expect(await door.post(await signed({}, own))).toMatchObject({ status, body: { detail: { problem } } });
    expect(await webhook.count('HEAD')).toBe(before);
    expect(await identities().pseudonymsOf([known])).toEqual([undefined]);
  });

  it('counts wrong PINs as sign-offs do, says nothing of the patient, and logs no more than a code', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const answers: unknown[] = [];
    for (let tries = 0; tries < 5; tries += 1) answers.push(await door.post(await signed({}, { pin: '000000' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401 });
    expect((await door.post(await signed())).status).toBe(401);
    const lines = warn.mock.calls.map(String);
    warn.mockRestore();
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe(
      '{"level":"warn","message":"referral refused","code":"unauthenticated","signer":"not known"}',
    );
    expect(await webhook.count('HEAD')).toBe(0);
  });
});

describe('the page', () => {
  it('offers sites and therapies, stores nothing, and lets a browser do nothing else', async () => {
    const before = await webhook.items();
    const { status, headers, text } = await door.request({ queryStringParameters: { lang: 'de' } });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(text).toContain('Behandlungsweg aus einer Zuweisung eröffnen');
    expect(text).not.toMatch(/<script/i);
    expect(await webhook.items()).toEqual(before);
  });

  it('opens a journey and shows its id', async () => {
    const own = { signer: 'coordinator', pin: PIN, nonce: await door.nonce() };
    const { status, text } = await door.postForm(formOf(referral(), own));
    expect(status).toBe(201);
    expect(text).toMatch(/<span class="code">[0-9A-Z]{9,}<\/span>/);
    expect(text).not.toContain('Erin');
  });

  it('shows again what was typed, escaped and without the PIN', async () => {
    const own = { signer: 'physician', pin: PIN, nonce: await door.nonce() };
    const hostile = referral({ patientName: '"><script>alert(1)</script>' });
    const { status, text } = await door.postForm(formOf(hostile, own));
    expect(status).toBe(403);
    expect(text).toContain('Only a coordinator opens a journey');
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script>');
    expect(text).not.toContain(PIN);
  });

  it('names each field that is wrong', async () => {
    const own = { signer: 'coordinator', pin: PIN, nonce: await door.nonce() };
    const wrong = referral({ birthDate: '2099-01-01', identifierSystem: 'the hospital' });
    const first = await door.postForm(formOf(wrong, own));
    expect(first.status).toBe(422);
    expect(first.text).toContain('href="#referral-referral-identifierSystem"');
    const second = await door.postForm(formOf({ ...wrong, identifierSystem: 'urn:oid:1' }, own));
    expect(second.text).toContain('href="#referral-referral-birthDate"');
  });
});
