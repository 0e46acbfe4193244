import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { passkeyScript } from '../../lambdas/enrolment/passkey-script.ts';
import type { Request } from '../../lambdas/middleware/http.ts';
import { CEREMONY_SCRIPT_NAME, PASSKEY_SCRIPT_NAME } from '../../lambdas/pages/design/passkey-script.ts';
import { embeddedStage, type Stage } from '../../local/scenario/embedded-stage.ts';
import { staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING } from '../../local/scenario/staff.ts';
import { everything } from '../sign-off/bench.ts';
import { SoftwareAuthenticator } from '../support/software-authenticator.ts';
import { ticketFor as giveTicket, passkeysOf, postJson } from '../support/stage-passkey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await embeddedStage({ seed: 1 });
});
afterAll(() => stage?.stack.stop());

let tickets = 0;
const ticketFor = (staff: string, gives?: 'pin'): Promise<string> => {
  tickets += 1;
  return giveTicket(stage, staff, tickets, gives);
};
const send = (path: string, body: unknown = {}) => postJson(stage, `/enrolments/${path}`, body);

const options = async (ticket: string) => (await send(`${ticket}/options`)).body;
const add = async (ticket: string, key: SoftwareAuthenticator, { verified = true, from = ticket } = {}) => {
  const challenge = String((await options(from)).challenge);
  return send(ticket, key.register({ challenge, origin: stage.stack.url, rpId: 'localhost', verified }));
};

test('a ticket shows the user id and nobody, in both languages, and looking at it uses nothing up', async () => {
  const ticket = await ticketFor('physician');
  const before = await everything(stage);
  for (const language of ['en', 'de']) {
    const reply = await fetch(`${stage.stack.url}/enrolments/${ticket}?lang=${language}`);
    const html = await reply.text();
    expect(reply.status).toBe(200);
    expect(html).toContain('physician');
    expect(html).not.toMatch(/Pat Physician|hospital\.example/);
    expect(reply.headers.get('content-security-policy')).toContain("script-src 'self'; connect-src 'self'");
  }
  const asked = await options(ticket);
  expect(asked).toMatchObject({
    rp: { id: 'localhost' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [],
  });
  expect(await options(ticket)).toMatchObject({ challenge: asked.challenge });
  expect(await everything(stage)).toEqual(before);
});

test('a ticket adds one passkey, with who checked its owner; another ticket adds another', async () => {
  const [first, second] = [await ticketFor('nurse'), await ticketFor('nurse')];
  const [one, two] = [new SoftwareAuthenticator(), new SoftwareAuthenticator()];
  expect(await add(first, one)).toMatchObject({ status: 200, body: { credentialId: one.credentialId } });
  const again = await add(first, two, { from: second });
  expect(again).toMatchObject({ status: 410, body: { code: 'expired' } });
  const page = await fetch(`${stage.stack.url}/enrolments/${first}?lang=en`);
  expect({ status: page.status, html: await page.text() }).toMatchObject({
    status: 410,
    html: expect.stringContaining('This link sets nothing'),
  });
  expect(await options(second)).toMatchObject({ excludeCredentials: [{ id: one.credentialId }] });
  expect((await add(second, two)).status).toBe(200);
  const kept = await passkeysOf(stage).of('nurse');
  expect(kept.map(({ credentialId }) => credentialId).toSorted()).toEqual(
    [one.credentialId, two.credentialId].toSorted(),
  );
  expect(kept[0]).toMatchObject({ alg: -7, checked: { by: 'qa', how: 'passport, in person' } });
});

test('a key that did not ask its owner, or was made for another ticket, is not added', async () => {
  const [ticket, other] = [await ticketFor('qa'), await ticketFor('qa')];
  expect((await add(ticket, new SoftwareAuthenticator(), { verified: false })).status).toBe(401);
  expect((await add(ticket, new SoftwareAuthenticator(), { from: other })).status).toBe(401);
  expect((await send(ticket, { id: 'x' })).status).toBe(422);
  expect(await passkeysOf(stage).of('qa')).toEqual([]);
  expect((await add(ticket, new SoftwareAuthenticator())).status).toBe(200);
});

test('an expired ticket, one that was never given and one of somebody who left are answered alike', async () => {
  const ticket = await ticketFor('registry');
  const register = staffRegisterOf(stage.stack);
  const registry = await register.find('registry');
  if (registry === undefined) throw new Error('expected somebody who leaves');
  await register.putStaff({ ...registry, active: false }, { ...EXAMPLE_JOINING, leaves: true });
  const late = await ticketFor('qa');
  const unknown = Buffer.alloc(32, 99).toString('base64url');
  await stage.stack.clock.advance(24 * 3_600_000);
  const replies = await Promise.all([ticket, late, unknown, 'x'].map((one) => send(`${one}/options`)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(replies[0]?.status).toBe(410);
});

test('the scripts of the pages are handed out, a small one first, and no other file', async () => {
  const page = await (await fetch(`${stage.stack.url}/enrolments/${await ticketFor('qa')}`)).text();
  const [, path = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? [];
  const script = await fetch(`${stage.stack.url}${path}`);
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(script.headers.get('cache-control')).toBe('no-cache');
  const text = await script.text();
  expect(Buffer.byteLength(text)).toBeLessThan(3_500);
  const ceremony = await fetch(`${stage.stack.url}${path.replace('/passkey-', '/ceremony-')}`);
  const whole = await ceremony.text();
  expect(Buffer.byteLength(whole)).toBeLessThan(27_000);
  expect(whole).toContain('atmp-sign/v1');
  expect((await fetch(`${stage.stack.url}/assets/other.js`)).status).toBe(404);
});

test('in a bundle the scripts are those it was made with, and browsers keep them', () => {
  vi.stubGlobal('PASSKEY_SCRIPT', 'offer()');
  vi.stubGlobal('CEREMONY_SCRIPT', 'ceremony()');
  try {
    for (const [file, body] of [
      [PASSKEY_SCRIPT_NAME, 'offer()'],
      [CEREMONY_SCRIPT_NAME, 'ceremony()'],
    ]) {
      const asked = { parameters: { file } } as unknown as Request;
      expect(passkeyScript(asked, { PASSKEY_SCRIPT: 'source()' })).toMatchObject({
        status: 200,
        body,
        headers: { 'cache-control': expect.stringContaining('immutable') },
      });
    }
  } finally {
    vi.unstubAllGlobals();
  }
});

test('a ticket for a PIN sets it once, as its owner typed it twice, and adds no passkey', async () => {
  const ticket = await ticketFor('apheresis', 'pin');
  const set = async (...typed: string[]) => {
    const body = new URLSearchParams(typed.map((pin) => ['pin', pin]));
    const reply = await fetch(`${stage.stack.url}/enrolments/${ticket}?lang=en`, { method: 'POST', body });
    return { status: reply.status, html: await reply.text() };
  };
  const page = await (await fetch(`${stage.stack.url}/enrolments/${ticket}?lang=de`)).text();
  expect(page).toContain('PIN festlegen');
  expect(page).not.toMatch(/<script|Alex Apheresis/);
  expect((await send(`${ticket}/options`)).status).toBe(410);
  for (const [typed, problem] of [
    [['12345a', '12345a'], '6 to 12 digits'],
    [['271828', '271829'], 'The two differ'],
    [['987654', '987654'], 'first that anybody tries'],
  ] as const) {
    expect(await set(...typed)).toMatchObject({ status: 422, html: expect.stringContaining(problem) });
  }
  const done = await set('271828', '271828');
  expect(done).toMatchObject({ status: 200, html: expect.stringContaining('PIN set') });
  expect(done.html).not.toContain('271828');
  expect((await set('314159', '314159')).status).toBe(410);
  const now = await stage.world.now();
  expect(await staffRegisterOf(stage.stack).authenticate('apheresis', '271828', now)).toMatchObject({ ok: true });
  const forKey = await ticketFor('apheresis');
  const body = new URLSearchParams([
    ['pin', '314159'],
    ['pin', '314159'],
  ]);
  expect((await fetch(`${stage.stack.url}/enrolments/${forKey}`, { method: 'POST', body })).status).toBe(410);
});
