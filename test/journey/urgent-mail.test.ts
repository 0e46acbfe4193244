import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { seedExampleStaff, staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, exampleStaff } from '../../local/scenario/staff.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, newestLink, orderJourney, readLink } from '../support/stage-order.ts';
import { visitor } from '../worklist/visitor.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const FIRST = 'Register the referral';

let stage: TestStage;
let journeyId: string;
beforeAll(async () => {
  stage = await testStage({
    async prepare(place) {
      await seedExampleStaff(place);
      const register = staffRegisterOf(place);
      for (const member of exampleStaff) {
        if (member.id === 'coordinator')
          await register.putStaff({ ...member, mail: 'bounce.me@hospital.example' }, EXAMPLE_JOINING);
        if (member.id === 'nurse') await register.putStaff({ ...member, deputises: ['coordinator'] }, EXAMPLE_JOINING);
      }
    },
  });
  journeyId = await orderJourney(stage);
});
afterAll(() => stage?.stack.stop());

const bounces = async (): Promise<readonly JourneyEvent['data'][]> =>
  (await eventsOf(stage, journeyId)).flatMap(({ type, data }) => (type === 'mail.bounced' ? [data] : []));
const mailed = () =>
  stage.stack
    .outbox()
    .filter(({ tags }) => tags.journey === journeyId)
    .map(({ tags, to }) => `${tags.rung ?? tags.kind}: ${to.join().split('@')[0]}`);

test('a mail that bounces is recorded without its address, and somebody else is told', async () => {
  expect(await bounces()).toEqual([
    {
      ref: { phase: 'Order', round: 1, step: FIRST },
      rung: 'asked',
      to: 'coordinator',
      why: 'bounced',
      calledNext: false,
      class: 'due',
      messageId: expect.any(String),
    },
  ]);
  expect(mailed()).toEqual(['asked: bounce.me', 'mail-bounced: nurse']);
  expect(JSON.stringify(await eventsOf(stage, journeyId))).not.toContain('bounce.me');
});

test('an urgent one calls the deputy at once, and who is on call in an hour', async () => {
  await stage.stack.clock.advance(3 * DAY + HOUR / 2);
  expect(mailed().slice(-3)).toEqual(['overdue: bounce.me', 'overdue: programme-lead', 'overdue-unseen-1: nurse']);
  const mail = stage.stack.outbox().at(-1);
  expect(mail?.subject).toContain('DRINGEND');
  expect(mail?.text).toContain('bestätigen Sie auf der Seite die Kenntnisnahme');
  await stage.stack.clock.advance(HOUR);
  expect(mailed().at(-1)).toBe('overdue-unseen-2: on-call');
});

test('reading is no acknowledgement; a person who signs that they act on it ends the calls', async () => {
  const link = newestLink(stage, journeyId, FIRST);
  const { body } = await readLink(stage, link);
  expect(body).toMatchObject({ status: 'open', urgent: { rung: 'overdue-unseen-2' } });
  const nurse = visitor(stage);
  await nurse.signIn('nurse');
  expect((await nurse.get(link)).html).toContain('I have read this and act on it');
  const posted = await nurse.post(link, {
    decision: 'acknowledge',
    'evidence.rung': 'overdue-unseen-2',
    contentHash: body.contentHash,
    nonce: body.nonce,
    signer: 'nurse',
    pin: EXAMPLE_PIN,
  });
  expect(posted.status).toBe(303);
  const newest = (await eventsOf(stage, journeyId)).at(-1);
  expect(newest).toMatchObject({
    type: 'notice.acknowledged',
    by: { kind: 'person', id: 'nurse', role: 'coordinator', deputy: true },
    data: { rung: 'overdue-unseen-2' },
  });
  const { length } = mailed();
  await stage.stack.clock.advance(3 * DAY);
  expect(mailed()).toHaveLength(length);
  expect((await readLink(stage, link)).body).toMatchObject({ status: 'open', urgent: null });
  expect(stage.functionErrors).toEqual([]);
});
