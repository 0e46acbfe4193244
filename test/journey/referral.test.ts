import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, newestLink, post, postOrder, submissionFor } from '../support/stage-order.ts';
import { postReferral } from '../support/stage-referral.ts';

let stage: TestStage;
let referred: string;
beforeEach(async () => {
  stage = await testStage();
  const reply = await postReferral(stage, 'ORDER-1');
  expect(reply.status).toBe(201);
  referred = (reply.body as { journeyId: string }).journeyId;
  await stage.stack.clock.idle();
});
afterEach(async () => {
  expect(stage.functionErrors).toEqual([]);
  await stage.stack.stop();
});

const decide = async (decision: string, evidence: object): Promise<void> => {
  const link = newestLink(stage, referred, 'Match the order');
  const reply = await post(stage, link, await submissionFor(stage, link, { decision, evidence }));
  expect(reply.status).toBe(200);
  await stage.stack.clock.idle();
};
/** Steps that people were asked for, in order. */
const openedIn = async (journeyId: string): Promise<readonly string[]> =>
  (await eventsOf(stage, journeyId)).flatMap((event) => (event.type === 'step.opened' ? [event.data.step] : []));
const journeys = async (): Promise<readonly string[]> => {
  const { body } = await stage.world.request('/ops/journeys', { method: 'GET' });
  return (body as { journeys: { journeyId: string }[] }).journeys.map(({ journeyId }) => journeyId);
};

it('a referral begins the course; the order that follows is asked about and linked', { timeout: 60_000 }, async () => {
  expect(await openedIn(referred)).toEqual(['Register the referral']);
  const order = await postOrder(stage);
  expect(order).toMatchObject({ status: 202, body: { journeyId: null, status: 'parked' } });
  await stage.stack.clock.idle();
  expect(await stage.runningOf(referred)).toContain(`${referred}-OrderMatch-1-1`);
  await decide('same-course', { orderCompared: true });
  expect((await eventsOf(stage, referred)).map(({ type }) => type)).toContain('order.linked');
  expect(await stage.runningOf(referred)).not.toContain(`${referred}-OrderMatch-1-1`);
  expect(await journeys()).toEqual([referred]);
});

it('an order of another course opens a journey that begins at its own first step', { timeout: 60_000 }, async () => {
  await postOrder(stage);
  await stage.stack.clock.idle();
  await decide('another-course', { explanation: 'A second treatment after a relapse.' });
  const own = (await journeys()).filter((id) => id !== referred);
  expect(own).toHaveLength(1);
  expect(await openedIn(own[0] ?? '')).toEqual(['Register the referral']);
});
