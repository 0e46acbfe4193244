import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import { courseOf } from '../../local/scenario/course.ts';
import { momentAt } from '../../local/scenario/moment.ts';
import { staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { usualAnswers } from '../../scenarios/usual-answers.ts';
import { IDENTITY } from '../support/pin-key.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import {
  eventsOf,
  newestLink,
  orderJourney,
  post,
  postOrder,
  readLink,
  submissionFor,
} from '../support/stage-order.ts';

const STEP = 'Register the referral';
const DAY_MS = 86_400_000;
const ZONE = 'Europe/Berlin';

let stage: TestStage;
let journeyId: string;
let link: string;
let orders = 0;

const SECOND: StaffMember = {
  id: 'second-coordinator',
  name: 'Sam Second',
  mail: 'second@hospital.example',
  roles: ['coordinator'],
  site: EXAMPLE_SITE,
  language: 'en',
  active: true,
  identity: IDENTITY,
};

beforeAll(async () => {
  stage = await testStage();
  await staffRegisterOf(stage.stack).putStaff(SECOND, EXAMPLE_JOINING, EXAMPLE_PIN);
});
afterAll(() => stage.stack.stop());

beforeEach(async () => {
  orders += 1;
  journeyId = await orderJourney(stage, { order: `ORDER-${orders}` });
  link = newestLink(stage, journeyId, STEP);
});

/** What the usual coordinator answers to the first step, ready to be signed. */
async function registered(change: Readonly<Record<string, unknown>> = {}) {
  const usual = usualAnswers(courseOf('kymriah', `ORDER-${orders}`)).find(({ step }) => step === STEP)?.answers[0];
  const moment = momentAt(await stage.world.now(), ZONE);
  const given = { decision: usual?.decision, evidence: usual?.evidence?.(moment) };
  return submissionFor(stage, link, { ...given, ...change });
}

const decisions = async () => (await eventsOf(stage, journeyId)).filter(({ type }) => type === 'step.decided');

describe('a link', () => {
  // First, while there is no other journey of which people are reminded for 30 days.
  it('is gone after 30 days, while the newest mail has one that works', async () => {
    const submission = await registered();
    await stage.stack.clock.advance(30 * DAY_MS);
    expect((await readLink(stage, link)).status).toBe(410);
    expect((await post(stage, link, submission)).status).toBe(410);
    expect((await readLink(stage, newestLink(stage, journeyId, STEP))).status).toBe(200);
  });

  it('that was used shows the decision, and takes no other', async () => {
    expect((await post(stage, link, await registered())).status).toBe(200);
    expect((await readLink(stage, link)).body).toMatchObject({ status: 'decided' });
    const other = await registered({ decision: 'returned', evidence: { explanation: 'Changed my mind.' } });
    expect(await post(stage, link, other)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await decisions()).toHaveLength(1);
  });

  it('that was issued anew replaces the old one', async () => {
    const args = { phase: 'Order', round: 1, step: STEP };
    expect((await stage.command(journeyId, 'reissue', args)).status).toBe(202);
    await stage.stack.clock.idle();
    expect((await readLink(stage, link)).status).toBe(410);
    const fresh = newestLink(stage, journeyId, STEP);
    expect(fresh).not.toBe(link);
    expect((await readLink(stage, fresh)).status).toBe(200);
  });

  it('that was never issued is 404, and a GET of one that was changes nothing', async () => {
    expect((await readLink(stage, `/sign-offs/${'A'.repeat(43)}`)).status).toBe(404);
    const before = await eventsOf(stage, journeyId);
    for (let scans = 0; scans < 5; scans += 1) await stage.world.request(link, { method: 'GET' });
    expect(await eventsOf(stage, journeyId)).toEqual(before);
  });
});

describe('many at once', () => {
  it('50 equal sign-offs: one is recorded, and all get the same answer', async () => {
    const submission = await registered();
    const replies = await Promise.all(Array.from({ length: 50 }, () => post(stage, link, submission)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await decisions()).toHaveLength(1);
  });

  it('two people with different decisions: the second learns who was first and when', async () => {
    const first = await registered();
    const second = await registered({
      signer: 'second-coordinator',
      decision: 'returned',
      evidence: { explanation: 'Sent to the wrong centre.' },
    });
    const replies = await Promise.all([post(stage, link, first), post(stage, link, second)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [decided] = await decisions();
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'conflict',
      detail: { by: decided?.by.id, at: decided?.recordedAt },
    });
    expect(await decisions()).toHaveLength(1);
  });

  it('50 equal orders: one journey, one answer', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => postOrder(stage, { order: 'AT-ONCE' })));
    const ids = new Set(replies.map(({ body }) => (body as { journeyId: string }).journeyId));
    expect([...ids].every((id) => typeof id === 'string')).toBe(true);
    expect(ids.size).toBe(1);
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(49);
  });
});

describe('what is sent to a link', () => {
  it.each([
    ['wrong evidence', { evidence: { diagnosisCode: 7 } }, 422],
    ['a decision that is none', { decision: 'constructor' }, 422],
    ['a wrong PIN', { pin: '000000' }, 401],
    ['an unknown user', { signer: 'nobody' }, 401],
    ['another role', { signer: 'pharmacist' }, 403],
    ['a content nobody was shown', { contentHash: '0'.repeat(64) }, 409],
    ['a nonce from nowhere', { nonce: 'A'.repeat(43) }, 409],
    ['a time to come', { occurredAt: '2099-01-01T00:00:00.000Z' }, 422],
  ])('%s is refused, and nothing is written', async (_, change, status) => {
    const before = await eventsOf(stage, journeyId);
    expect((await post(stage, link, await registered(change))).status).toBe(status);
    expect(await eventsOf(stage, journeyId)).toEqual(before);
  });

  it.each([
    ['in what is sent', (text: string) => text.replace('{', '{"__proto__":{"decision":"registered"},')],
    [
      'in the evidence',
      (text: string) => text.replace('"evidence":{', '"evidence":{"__proto__":{"diagnosisCode":"x"},'),
    ],
  ])('__proto__ %s changes no prototype and signs nothing', async (_, change) => {
    const reply = await post(stage, link, change(JSON.stringify(await registered())));
    expect(reply).toMatchObject({ status: 422, body: { message: expect.stringContaining('__proto__') } });
    expect(Object.hasOwn(Object.prototype, 'decision')).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'diagnosisCode')).toBe(false);
    expect(await decisions()).toEqual([]);
  });

  it('evidence nested without end is refused', async () => {
    const deep = JSON.stringify(await registered({ evidence: { diagnosisCode: 'DEEP' } })).replace(
      '"DEEP"',
      '['.repeat(100_000) + ']'.repeat(100_000),
    );
    expect((await post(stage, link, deep)).status).toBe(422);
  });

  it('an oversize body is 413', async () => {
    expect((await post(stage, link, 'x'.repeat(1_048_577))).status).toBe(413);
  });

  it('five wrong PINs lock the user for a quarter of an hour, here and for the right PIN too', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await post(stage, link, await registered({ signer: 'second-coordinator', pin: '000000' }))).status).toBe(
        401,
      );
    }
    expect((await post(stage, link, await registered({ signer: 'second-coordinator' }))).status).toBe(401);
    await stage.stack.clock.advance(15 * 60_000);
    expect((await post(stage, link, await registered({ signer: 'second-coordinator' }))).status).toBe(200);
  });
});

describe('names', () => {
  const html = async (path: string) => String((await stage.world.request(path, { method: 'GET' })).body);

  it('with <script> reach no page as markup', async () => {
    const change = (body: string) => body.replaceAll('Example', '<script>alert(1)</script>');
    const id = await orderJourney(stage, { order: `SCRIPT-${orders}`, change });
    expect(await html(newestLink(stage, id, STEP))).not.toMatch(/<script>alert/);
    expect((await post(stage, link, await registered())).status).toBe(200);
    expect(await html(link)).not.toMatch(/<script>alert/);
    expect(await html('/local/outbox')).not.toMatch(/<script>alert/);
  });

  it.each([
    ['a line break in the address', { mail: 'a@hospital.example\r\nBcc: other@elsewhere.example' }],
    ['a line break in the name', { name: 'Sam\r\nBcc: other@elsewhere.example' }],
    ['markup in the name', { name: 'Sam <script>alert(1)</script>' }],
  ])('with %s are refused by the register of staff', async (_, change) => {
    await expect(
      staffRegisterOf(stage.stack).putStaff({ ...SECOND, id: 'stranger', ...change }, EXAMPLE_JOINING, EXAMPLE_PIN),
    ).rejects.toThrow(/^Staff: /);
    expect(await staffRegisterOf(stage.stack).find('stranger')).toBeUndefined();
  });
});

describe('the EHR', () => {
  it.each([
    ['an unknown protocol', { protocol: 'unheard-of' }, 422],
    ['__proto__', { change: (body: string) => body.replace('{', '{"__proto__":{"status":"active"},') }, 400],
    ['an oversize bundle', { change: (body: string) => body.replace('{', `{"x":"${'x'.repeat(1_048_577)}",`) }, 413],
    ['a forged signature', { secret: `whsec_${Buffer.alloc(24, 1).toString('base64')}` }, 401],
  ])('sends %s: refused, and no journey is opened', async (what, options, status) => {
    const journeys = async () => (await stage.world.request('/ops/journeys?all=1', { method: 'GET' })).body;
    const before = await journeys();
    const reply = await postOrder(stage, { order: `REFUSED ${what}`, messageId: `msg_${orders}-refused`, ...options });
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).not.toMatch(/Erin|MRN-|1961/);
    expect(await journeys()).toEqual(before);
  });

  it('sends another body under the same id: 409', async () => {
    const again = { order: `OTHER-${orders}`, messageId: `msg_ORDER-${orders}` };
    expect((await postOrder(stage, again)).status).toBe(409);
  });
});
