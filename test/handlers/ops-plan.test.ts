import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '../../lambdas/domain/journey/apply.ts';
import { openSteps } from '../../lambdas/domain/journey/state.ts';
import type { PlanItem } from '../../lambdas/domain/plan/plan-item.ts';
import { ONWARD, PROTOCOL } from '../support/builders.ts';
import { evidenceOf } from '../support/evidence.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, newestLink, orderJourney, post, submissionFor } from '../support/stage-order.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
});
afterAll(() => stage.stack.stop());

/** Signs whatever is asked, onward, until the slots are booked. */
async function book(journeyId: string): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    const state = fold(await eventsOf(stage, journeyId));
    const step = state === undefined ? undefined : openSteps(state)[0];
    if (state === undefined || step === undefined) throw new Error('ops plan: nothing is open');
    const now = (await stage.world.now()) as string;
    const decision = ONWARD[step.step];
    const path = newestLink(stage, journeyId, step.step);
    const evidence = evidenceOf(step, decision, { state, protocol: PROTOCOL, now });
    const reply = await post(stage, path, await submissionFor(stage, path, { decision, evidence }));
    if (reply.status !== 200) throw new Error(`${step.step}: got ${reply.status} ${JSON.stringify(reply.body)}`);
    await stage.stack.clock.idle();
    if (step.step === 'Book the slots') return;
  }
  throw new Error('ops plan: the slots were never asked for');
}

test('a journey shows its plan, and each person gets the calendar files of their own diary', async () => {
  const journeyId = await orderJourney(stage);
  await book(journeyId);
  const { body } = await stage.world.request(`/ops/journeys/${journeyId}`, { method: 'GET' });
  const { plan } = body as { plan: readonly PlanItem[] };
  expect(plan.map(({ item, basis }) => `${item} ${basis}`)).toEqual([
    'collection booked',
    'shipment-out derived',
    'ready booked',
    'delivery booked',
    'conditioning derived',
    'day-0 booked',
    'proximity-end derived',
  ]);
  expect(stage.functionErrors).toEqual([]);
  const mails = stage.stack.outbox().filter(({ tags }) => tags.kind === 'plan-changed');
  const apheresis = mails.find(({ to }) => to.join().startsWith('apheresis'));
  expect(apheresis?.attachments.map(({ fileName }) => fileName)).toEqual(['collection-1.ics']);
  expect(apheresis?.attachments[0]?.text).toContain(`UID:${journeyId}-collection-1@localhost`);
});
