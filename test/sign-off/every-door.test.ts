import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { formFor, pairsOf } from '../pages/support/controls.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, newestLink, orderJourney, readLink } from '../support/stage-order.ts';
import { enrolled, postJson, signedBy } from '../support/stage-passkey.ts';
import { hidden, type Visitor, visitor } from '../worklist/visitor.ts';

// One gate, closed by a hold, and every door by which a step is signed: `test/domain/sign-off/no-other-route.test.ts` tries every gate where
// all of these doors lead.

const STEP = 'Register the referral';
const EVIDENCE = {
  referralReference: 'letter 1',
  diagnosisCode: 'C91.0',
  priorTherapies: ['R-CHOP'],
  identityChecked: true,
  carerNamed: true,
};
const TYPED = {
  'evidence.referralReference': 'letter 1',
  'evidence.diagnosisCode': 'C91.0',
  'evidence.priorTherapies': 'R-CHOP',
  'evidence.identityChecked': 'true',
  'evidence.carerNamed': 'true',
};
const WHO = { signer: 'coordinator', pin: EXAMPLE_PIN };
type Body = Readonly<Record<string, unknown>>;

let stage: TestStage;
let journeyId: string;
let link: string;
let reader: Visitor;
/** As the page offers it while nothing is closed. */
let form: Readonly<Record<string, string>>;
/** Requests that were signed while the gate was open. */
let earlier: { readonly byPin: Body; readonly byPasskey: Body };

beforeAll(async () => {
  stage = await testStage();
  journeyId = await orderJourney(stage);
  link = newestLink(stage, journeyId, STEP);
  reader = visitor(stage);
  await reader.signIn('coordinator');
  form = Object.fromEntries(pairsOf(formFor((await reader.get(`${link}?lang=en`)).html, 'registered')));
  const key = await enrolled(stage, 'coordinator');
  earlier = { byPin: await asked(), byPasskey: await signedBy(stage, link, key, await asked({ pin: undefined })) };
  await stage.command(journeyId, 'hold');
});
afterAll(() => stage?.stack.stop());

/** What a program sends that has read the step just now. */
async function asked(more: Body = {}): Promise<Body> {
  const { contentHash, nonce } = (await readLink(stage, link)).body;
  return { ...WHO, contentHash, nonce, decision: 'registered', evidence: EVIDENCE, ...more };
}

/** The form of the page as it was, with what a page shows now; where the gate is closed, no form is offered. */
async function fillsIn(who: Visitor, typed: Readonly<Record<string, string>>) {
  const { contentHash, nonce } = await asked();
  return who.post(`${link}?lang=en`, { ...form, contentHash: String(contentHash), nonce: String(nonce), ...typed });
}

/** What is sent is answered by the gate. */
const CLOSED = {
  status: 403,
  body: { code: 'forbidden', detail: { gates: [{ gate: 'not-held', class: 'hold', status: 'closed' }] } },
};
const PAGE_THAT_SAYS_SO = { status: 403, html: expect.stringContaining('on hold') };
/** Why is told once a key has shown who asks. */
const REFUSED = { status: 403, body: { code: 'forbidden' } };

const byProgram = async (more: Body = {}) => postJson(stage, link, await asked(more));

/** Each door, and what answers there while the gate is closed. */
const DOORS: Readonly<Record<string, readonly [() => Promise<unknown>, unknown]>> = {
  'JSON with a PIN': [byProgram, CLOSED],
  'the form of the page': [() => fillsIn(reader, { ...TYPED, ...WHO }), PAGE_THAT_SAYS_SO],
  'a draft that a colleague has saved': [
    async () => {
      const helper = visitor(stage);
      await helper.signIn('on-call');
      expect((await fillsIn(helper, { ...TYPED, save: '1' })).status).toBe(303);
      return fillsIn(reader, { ...TYPED, ...WHO });
    },
    PAGE_THAT_SAYS_SO,
  ],
  'a claim in the worklist': [
    async () => {
      const { html } = await reader.get(`${link}?lang=en`);
      const claimed = await reader.post(`${link}/claim?lang=en`, { form: hidden(html, 'form'), do: 'claim' });
      expect(claimed.status).toBe(303);
      return fillsIn(reader, { ...TYPED, ...WHO });
    },
    PAGE_THAT_SAYS_SO,
  ],
  'an entry from paper': [
    async () => byProgram({ occurredAt: await stage.world.now(), paper: { doneBy: 'coordinator', reference: 'p. 3' } }),
    CLOSED,
  ],
  'what a key is to sign now': [
    async () => postJson(stage, `${link}/intent`, await asked({ pin: undefined })),
    REFUSED,
  ],
  'what a key signed before': [() => postJson(stage, `${link}/passkey`, earlier.byPasskey), REFUSED],
  'what was signed by PIN before': [() => postJson(stage, link, earlier.byPin), CLOSED],
  'a link that was issued anew': [
    async () => {
      const { phase, round } = (await readLink(stage, link)).body;
      expect((await stage.command(journeyId, 'reissue', { phase, round, step: STEP })).status).toBe(202);
      await stage.stack.clock.idle();
      link = newestLink(stage, journeyId, STEP);
      return byProgram();
    },
    CLOSED,
  ],
  'a run that took the place of a lost one': [
    async () => {
      await stage.stopExecutionsOf(journeyId);
      expect((await stage.command(journeyId, 'resume-execution')).status).toBe(202);
      await stage.stack.clock.idle();
      return byProgram();
    },
    CLOSED,
  ],
  'a command that operations might hope for': [
    async () =>
      Promise.all(
        ['complete', 'skip', 'sign', 'exempt'].map(async (name) => (await stage.command(journeyId, name)).status),
      ),
    [422, 422, 422, 422],
  ],
};

const decided = async () => (await eventsOf(stage, journeyId)).filter(({ type }) => type === 'step.decided').length;

test.each(Object.entries(DOORS))('by %s nothing is signed', async (_door, [tries, answer]) => {
  expect(await tries()).toMatchObject(answer as object);
  expect([await decided(), (await readLink(stage, link)).body.status]).toEqual([0, 'held']);
});

test('in the way of its class it is: resumed, the same request is recorded, once', async () => {
  expect((await stage.command(journeyId, 'resume')).status).toBe(202);
  const request = await asked();
  for (const _again of [1, 2]) expect(await postJson(stage, link, request)).toMatchObject({ status: 200 });
  expect(await decided()).toBe(1);
});
