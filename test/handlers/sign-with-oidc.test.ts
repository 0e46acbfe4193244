import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signatureVerifiers } from '../../lambdas/adapters/signature-verifiers.ts';
import { verifyWholeDossier } from '../../lambdas/domain/audit/verify-passkeys.ts';
import { isSigned } from '../../lambdas/domain/events/signed-event.ts';
import { intentOf, oidcNonce } from '../../lambdas/domain/sign-off/signing-intent.ts';
import { formFor, formsOf, pairsOf } from '../pages/support/controls.ts';
import { logInAt } from '../support/local-provider.ts';
import { type OidcStage, oidcStage } from '../support/oidc-stage.ts';
import { REPORTED } from '../support/scenes.ts';
import type { TestStage } from '../support/stage.ts';
import { eventsOf, newestLink, orderJourney, readLink } from '../support/stage-order.ts';
import { FROM_OUR_PAGES, hidden, visitor } from '../worklist/visitor.ts';

const STEP = 'Register the referral';
const SUBJECT = '7f3c-coordinator';

let oidc: OidcStage;
let stage: TestStage;
let journeyId: string;
let link: string;
beforeAll(async () => {
  oidc = await oidcStage();
  stage = oidc.stage as TestStage;
  await oidc.isKnownAs('coordinator', SUBJECT);
  journeyId = await orderJourney(stage);
  link = newestLink(stage, journeyId, STEP);
});
afterAll(() => oidc?.stop());
beforeEach(async () => {
  await oidc.catchUp();
  oidc.provider.next = { accountId: SUBJECT, acr: 'phr', amr: ['hwk', 'user'] };
});

interface Begun {
  readonly url: string;
  readonly cookie: string;
}

let partners = 0;
async function begin(signer = 'coordinator', more: object = {}): Promise<Begun> {
  const { contentHash, nonce } = (await readLink(stage, link)).body;
  partners += 1;
  const evidence = { report: 'partner-id', ...REPORTED['partner-id'], value: `PARTNER-${partners}` };
  const body = JSON.stringify({ signer, contentHash, nonce, decision: 'report', evidence, ...more });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const reply = await fetch(`${stage.stack.url}${link}/oidc`, { method: 'POST', headers, body });
  const answer = (await reply.json()) as { authorizationUrl: string };
  expect({ status: reply.status, answer }).toMatchObject({
    status: 200,
    answer: { authorizationUrl: expect.anything() },
  });
  return { url: answer.authorizationUrl, cookie: cookieOf(reply) };
}
const cookieOf = (reply: Response): string => reply.headers.get('set-cookie')?.split(';', 1)[0] ?? '';

const logIn = ({ url }: Begun): Promise<string> => logInAt(url, stage.stack.url);

async function shown(path: string, cookie: string) {
  const reply = await fetch(`${stage.stack.url}${path}`, { headers: { cookie } });
  return { status: reply.status, html: await reply.text() };
}

/** Comes back with what the provider gave, and presses the button. */
async function press(path: string, cookie: string) {
  const { html } = await shown(path, cookie);
  const query = new URL(path, 'http://any').searchParams;
  const code = hidden(html, 'code') || (query.get('code') ?? '');
  const state = hidden(html, 'state') || (query.get('state') ?? '');
  const reply = await fetch(`${stage.stack.url}/oidc/callback`, {
    method: 'POST',
    headers: { cookie, ...FROM_OUR_PAGES },
    body: new URLSearchParams({ code, state }),
    redirect: 'manual',
  });
  return { status: reply.status, html: await reply.text(), headers: reply.headers };
}

const reportsNow = async () => (await eventsOf(stage, journeyId)).filter(({ type }) => type === 'report.made');

test('signs with a fresh log-in whose token carries what is signed; coming back signs nothing by itself', async () => {
  const begun = await begin();
  const asked = new URL(begun.url).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    prompt: 'login',
    max_age: '0',
    code_challenge_method: 'S256',
    nonce: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(begun.cookie).toMatch(/^__Host-login=/);
  const path = await logIn(begun);
  const page = await shown(path, begun.cookie);
  expect(page).toMatchObject({ status: 200, html: expect.stringContaining('Sign now') });
  expect(page.html).toContain(journeyId);
  expect(page.html).not.toMatch(/Erin|PARTNER/);
  expect(await reportsNow()).toEqual([]);

  await oidc.catchUp();
  const done = await press(path, begun.cookie);
  expect(done.status).toBe(303);
  expect(done.headers.get('location')).toMatch(new RegExp(`^${link}\\?`));
  const [event] = await reportsNow();
  if (event === undefined || !isSigned(event)) throw new Error('expected a signed event');
  const { assurance, oidc: proof } = event.data;
  expect({ assurance, by: event.by, proof }).toMatchObject({
    assurance: 'oidc',
    by: { kind: 'person', id: 'coordinator' },
    proof: { issuer: oidc.provider.issuer, clientId: 'atmp-journey', acr: 'phr', amr: ['hwk', 'user'] },
  });
  expect(proof?.token?.split('.')).toHaveLength(3);
  expect(oidcNonce(intentOf(event, proof?.nonce ?? ''))).toBe(asked.get('nonce'));
  expect(JSON.stringify(event)).not.toMatch(/@/);
  const dossier = (await stage.world.request(`/ops/journeys/${journeyId}/dossier`, { method: 'GET' })).body;
  const options = { release: { version: '0.1.0', commit: 'unreleased' } };
  expect(await verifyWholeDossier(dossier, options, signatureVerifiers)).toMatchObject({
    verified: true,
    oidcSignaturesVerified: 1,
  });

  // The very same again, and another code for the same state.
  expect(await press(path, begun.cookie)).toMatchObject({ status: 410 });
  expect(await press(await logIn(begun), begun.cookie)).toMatchObject({ status: 410 });
  expect(await reportsNow()).toHaveLength(1);
});

test('who entered something from paper comes back to the page for paper', async () => {
  const occurredAt = await stage.world.now();
  const begun = await begin('coordinator', { occurredAt, paper: { doneBy: 'coordinator', reference: 'folder 7' } });
  const path = await logIn(begun);
  await oidc.catchUp();
  const done = await press(path, begun.cookie);
  expect({ status: done.status, location: done.headers.get('location') }).toEqual({
    status: 303,
    location: expect.stringMatching(/\?lang=en&paper=1$/),
  });
});

test.each([
  ['another person’s log-in', () => ({ accountId: 'somebody-else' }), 401, 'did not confirm'],
  [
    'a log-in from before',
    () => ({ accountId: SUBJECT, ts: Math.floor(stage.stack.clock.now() / 1000) - 150 }),
    401,
    'did not confirm',
  ],
] as const)('does not sign with %s, and uses the try up', async (_, next, status, words) => {
  const before = await reportsNow();
  const begun = await begin();
  oidc.provider.next = next();
  const path = await logIn(begun);
  await oidc.catchUp();
  expect(await press(path, begun.cookie)).toMatchObject({ status, html: expect.stringContaining(words) });
  oidc.provider.next = { accountId: SUBJECT };
  expect((await press(await logIn(begun), begun.cookie)).status).toBe(410);
  expect(await reportsNow()).toEqual(before);
});

test('does not sign for a user id the register knows no log-in of, as for one that nobody has', async () => {
  for (const signer of ['physician', 'nobody']) {
    const begun = await begin(signer);
    expect((await press(await logIn(begun), begun.cookie)).status).toBe(401);
  }
});

test('a page elsewhere posts no JSON: neither as text, nor where the browser says where it comes from', async () => {
  const { contentHash, nonce } = (await readLink(stage, link)).body;
  const body = JSON.stringify({ signer: 'coordinator', contentHash, nonce, decision: 'report', evidence: {} });
  const ticket = '/enrolments/a-ticket';
  for (const path of [link, `${link}/oidc`, `${link}/intent`, `${link}/passkey`, ticket, `${ticket}/options`]) {
    const sent = async (headers: Record<string, string>) =>
      (await fetch(`${stage.stack.url}${path}`, { method: 'POST', headers, body })).status;
    expect([path, await sent({ 'content-type': 'text/plain' })]).toEqual([path, 415]);
    const crossSite = { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' };
    expect([path, await sent(crossSite)]).toEqual([path, 403]);
  }
});

test('a log-in that is brought back by another browser, or cancelled, signs nothing', async () => {
  const [one, other] = [await begin(), await begin()];
  const path = await logIn(one);
  for (const cookie of ['', other.cookie]) {
    expect((await shown(path, cookie)).status).toBe(410);
    expect((await press(path, cookie)).status).toBe(410);
  }
  const elsewhere = await fetch(`${stage.stack.url}/oidc/callback`, {
    method: 'POST',
    headers: { cookie: one.cookie, 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams(path.slice(path.indexOf('?') + 1)),
  });
  expect(elsewhere.status).toBe(410);
  oidc.provider.next = 'denied';
  expect(await shown(await logIn(other), other.cookie)).toMatchObject({
    status: 401,
    html: expect.stringContaining('not completed'),
  });
});

test('what was shown and has changed meanwhile is not signed', async () => {
  const [one, other] = [await begin(), await begin()];
  const paths = [await logIn(one), await logIn(other)];
  await oidc.catchUp();
  expect((await press(paths[0] ?? '', one.cookie)).status).toBe(303);
  expect((await press(paths[1] ?? '', other.cookie)).status).toBe(409);
});

test('the page offers it, sends on a form that is in order, and shows one that is not again', async () => {
  const reader = visitor(stage);
  await reader.signIn('coordinator');
  const { html } = await reader.get(`${link}?lang=de&open=report-partner-id`);
  expect(html).toContain(`formaction="${link}/oidc?lang=de"`);
  const shownForm = formsOf(html).find((one) => one.includes('value="partner-id"')) ?? '';
  const form = (value: string, from: Record<string, string> = FROM_OUR_PAGES) => {
    const typed = {
      signer: 'coordinator',
      'evidence.party': 'maker',
      'evidence.scheme': 'order',
      'evidence.value': value,
    };
    const pairs = new Map([...pairsOf(shownForm), ...Object.entries(typed), ['proof', 'oidc']]);
    const headers = { cookie: reader.cookie(), ...from };
    const init = { method: 'POST', headers, body: new URLSearchParams([...pairs]), redirect: 'manual' } as const;
    return fetch(`${stage.stack.url}${link}/oidc?lang=de`, init);
  };
  const wrong = await form('');
  expect([wrong.status, wrong.headers.get('location')]).toEqual([307, `${link}?lang=de`]);
  const going = await form('PARTNER-FORM');
  expect({ status: going.status, html: await going.text() }).toMatchObject({
    status: 200,
    html: expect.stringContaining('Weiter zur Klinik-Anmeldung'),
  });
  expect(going.headers.get('refresh')).toContain(oidc.provider.issuer);
  // A page elsewhere begins nothing in somebody's browser, and nobody does who is not signed in.
  expect((await form('PARTNER-FORM', { ...FROM_OUR_PAGES, cookie: '' })).status).toBe(307);
  const elsewhere = await form('PARTNER-FORM', { 'sec-fetch-site': 'cross-site' });
  expect([elsewhere.status, elsewhere.headers.get('set-cookie')]).toEqual([307, null]);
});

test('a form from paper that is not in order is shown again as one from paper', async () => {
  const reader = visitor(stage);
  await reader.signIn('coordinator');
  const { html } = await reader.get(`${link}?lang=en&paper=1`);
  expect(html).toContain(`formaction="${link}/oidc?lang=en&amp;paper=1"`);
  const pairs = [...pairsOf(formFor(html, 'registered')), ['signer', 'coordinator'], ['proof', 'oidc']] as const;
  const init = { method: 'POST', headers: { cookie: reader.cookie(), ...FROM_OUR_PAGES }, redirect: 'manual' } as const;
  const body = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  const again = await fetch(`${stage.stack.url}${link}/oidc?lang=en&paper=1`, { ...init, body });
  expect([again.status, again.headers.get('location')]).toEqual([307, `${link}?lang=en&paper=1`]);
});

test('somebody signs in to read, and nowhere but to our own pages', async () => {
  const begun = await fetch(`${stage.stack.url}/oidc/sign-in?lang=en`, {
    method: 'POST',
    headers: FROM_OUR_PAGES,
    body: new URLSearchParams({ signer: 'coordinator', next: 'https://elsewhere.example/' }),
  });
  const url = /^0; url=(.*)$/.exec(begun.headers.get('refresh') ?? '')?.[1] ?? '';
  const cookie = cookieOf(begun);
  const path = await logInAt(url, stage.stack.url);
  await oidc.catchUp();
  const done = await press(path, cookie);
  expect([done.status, done.headers.get('location')]).toEqual([303, '/worklist?lang=en']);
  const session = done.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  expect((await shown('/worklist?lang=en', session)).status).toBe(200);
  expect((await press(path, cookie)).status).toBe(410);
});

test('a log-in that took too long is over', async () => {
  const begun = await begin();
  const path = await logIn(begun);
  await stage.stack.clock.advance(10 * 60_000);
  expect((await press(path, begun.cookie)).status).toBe(410);
});

test('a provider that does not answer is said so, and nothing is recorded', async () => {
  const begun = await begin();
  const path = await logIn(begun);
  const before = await reportsNow();
  await oidc.provider.stop();
  expect(await press(path, begun.cookie)).toMatchObject({
    status: 503,
    html: expect.stringContaining('does not answer'),
  });
  expect(await reportsNow()).toEqual(before);
});

test('every statement of the role of the function was needed', () => {
  const unused = stage.stack.unusedStatements().filter(({ role }) => role === 'SignWithOidcRole');
  // Who is on site is read by the same code whether the GO for thaw is signed so or by PIN: test/journey/iam.test.ts holds that.
  expect(unused.map(({ statement }) => statement.split('#')[1])).toEqual(['ReadManyStaff']);
});
