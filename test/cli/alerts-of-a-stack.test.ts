import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';
import { runAtmp } from './run-atmp.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
  await orderJourney(stage);
  await stage.stack.clock.advance(5 * 86_400_000);
});
afterAll(() => stage?.stack.stop());

test('reminders of all journeys are shown by what of them was acted on, and people of a site by their mails', async () => {
  const { code, out } = await runAtmp(['alerts', '--site', 'university-hospital', '--json', '--url', stage.stack.url]);
  expect(code).toBe(0);
  const { rungs, people } = JSON.parse(out);
  expect(rungs).toContainEqual({
    step: 'Register the referral',
    rung: 'overdue',
    class: 'critical',
    told: 1,
    actedOn: 0,
  });
  // Without a budget nothing is counted.
  expect(people).toEqual([]);
});
