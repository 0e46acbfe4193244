import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWebhook, type Webhook } from '../support/ehr-webhook.ts';
import { type Door, formOf, openDoor, PIN, referral } from '../support/referral-door.ts';

let webhook: Webhook;
let door: Door;
beforeAll(async () => {
  webhook = await startWebhook();
  door = await openDoor(webhook);
});
afterAll(() => webhook.stop());

const own = async () => ({ signer: 'coordinator', pin: PIN, nonce: await door.nonce() });

describe('the door for referrals', () => {
  it.each([
    ['no JSON', '{'],
    ['JSON that is no referral', '[]'],
    ['an unknown field', JSON.stringify({ ...referral(), extra: 'x' })],
    ['a key that parsers drop', `{"__proto__":{"x":1},"referral":${JSON.stringify(referral())}}`],
    ['nothing', ''],
  ])('takes %s for what it is', async (_, body) => {
    const before = await webhook.items();
    expect((await door.post(body)).status).toBe(422);
    expect(await webhook.items()).toEqual(before);
  });

  it('takes a prototype key in the referral for what it is', async () => {
    const body = JSON.stringify({ referral: referral(), ...(await own()) });
    const answer = await door.post(body.replace('"site":', '"__proto__":{"site":"site-1"},"site":'));
    expect(answer.status).toBe(422);
    expect(await webhook.count('HEAD')).toBe(0);
  });

  it.each([
    ['a lone surrogate', { patientName: 'a\ud800' }],
    ['a control character', { patientName: 'a\u0000b' }],
    ['a site that is none', { site: 'constructor' }],
    ['a therapy that is none', { protocol: '__proto__' }],
    ['a name without end', { patientName: 'x'.repeat(201) }],
  ])('refuses %s', async (_, change) => {
    const answer = await door.post({ referral: referral(change), ...(await own()) });
    expect([403, 422]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toMatch(/Erin|MRN-1|1961/);
    expect(await webhook.count('HEAD')).toBe(0);
  });

  it.each(['', 'x', 'a.b.c', `${'0'.repeat(32)}.1.${'A'.repeat(43)}`])('refuses the nonce %j', async (nonce) => {
    const answer = await door.post({ referral: referral(), ...(await own()), nonce });
    expect([409, 422]).toContain(answer.status);
    expect(await webhook.count('HEAD')).toBe(0);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', undefined])('refuses content type %s', async (type) => {
    const body = JSON.stringify({ referral: referral(), ...(await own()) });
    const headers = type === undefined ? {} : { 'content-type': type };
    expect((await door.request({ httpMethod: 'POST', headers, body })).status).toBe(415);
    expect(await webhook.count('HEAD')).toBe(0);
  });

  it('refuses what is too large', async () => {
    const large = await door.request({
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(1024 * 1024 + 1),
    });
    expect(large.status).toBe(413);
    const form = await door.postForm(formOf(referral({ patientName: 'x'.repeat(300_000) }), await own()));
    expect(form.status).toBe(422);
    expect(form.text.length).toBeLessThan(100_000);
  });

  it.each(['__proto__', 'constructor', 'referral.__proto__', 'referral.extra'])(
    'takes no form with %s',
    async (name) => {
      const answer = await door.postForm({ ...formOf(referral(), await own()), [name]: 'x' });
      expect(answer.status).toBe(422);
      expect(await webhook.count('HEAD')).toBe(0);
    },
  );

  it('answers other methods as such', async () => {
    expect((await door.request({ httpMethod: 'PUT' })).status).toBe(405);
  });

  it('keeps a name as it was written, whatever it holds', async () => {
    const patientName = "<img src=x onerror=alert(1)> O'Neill-Ünal";
    const answer = await door.post({ referral: referral({ patientName }), ...(await own()) });
    expect(answer.status).toBe(201);
    const journey = await webhook.store.load(String(answer.body.journeyId));
    const records = await webhook.identities(`PATIENT#${journey?.state.patient}`);
    expect(records.find(({ sk }) => sk?.S === 'RECORD')?.name?.S).toBe(patientName);
    expect(await webhook.journeysTable()).not.toContain('onerror');
  });
});
