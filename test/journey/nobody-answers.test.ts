import { DeleteScheduleCommand } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, orderJourney } from '../support/stage-order.ts';

const DAY_MS = 86_400_000;

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
});
afterAll(() => stage.stack.stop());

it('a step that nobody answers for 330 days, in a run that nothing replaced, is asked in a new run and decided by nobody', async () => {
  const journeyId = await orderJourney(stage);
  const { stack } = stage;
  // Neither its own schedule nor the sweep is there to replace the run at 300 days.
  for (const { Name, GroupName } of stack.schedules()) {
    await stack.clientsFor().scheduler.send(new DeleteScheduleCommand({ Name, GroupName }));
  }
  await stack.clock.advance(331 * DAY_MS);
  expect(stack.statesEntered().get('Order')).toContain('Register the referral: nobody answered');
  const events = await eventsOf(stage, journeyId);
  expect(events.filter(({ type }) => type === 'step.decided')).toEqual([]);
  const { body } = await stage.world.request(`/ops/journeys/${journeyId}`, { method: 'GET' });
  expect(body).toMatchObject({ status: 'open', openSteps: ['Register the referral'] });
  expect(await stage.runningOf(journeyId)).not.toEqual([]);
});
