import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { playScenario } from '../../local/scenario/run-scenario.ts';
import { temporaryDirectory } from '../../local/temporary-directory.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, orderJourney } from '../support/stage-order.ts';
import { brief } from '../support/stage-scenario.ts';

let dataDir: string;
let stage: TestStage;
beforeEach(async () => {
  dataDir = temporaryDirectory();
  stage = await testStage({ dataDir });
});
afterEach(async () => {
  await stage.stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('an embedded stack started again goes on where it was: time, journeys and their executions, without a second mail', async () => {
  const journeyId = await orderJourney(stage);
  const { journeyId: closed } = await playScenario(stage.world, brief, {
    webhookSecret: stage.webhookSecret,
    order: 'CLOSED',
  });
  const before = { now: stage.stack.clock.now(), mails: stage.stack.outbox(), closed: await eventsOf(stage, closed) };
  await stage.stack.stop();

  stage = await testStage({ dataDir });
  await stage.stack.clock.idle();
  expect(stage.stack.clock.now()).toBe(before.now);
  expect(await stage.runningOf(journeyId)).toEqual([`${journeyId}-Order-1-2`, `${journeyId}-PatientJourney-1-2`]);
  expect(stage.stack.outbox()).toEqual(before.mails);
  expect(await eventsOf(stage, closed)).toEqual(before.closed);
  expect((await eventsOf(stage, journeyId)).at(-1)).toMatchObject({
    type: 'run.started',
    data: { run: 2, reason: 'resume-execution' },
  });
});
