import { embeddedStage, FIRST_DAY } from '../../local/scenario/embedded-stage.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import { differences } from './compare.ts';
import { deployedWorld, sweep } from './deployed-world.ts';
import type { Deployment } from './deployment.ts';
import { allSucceeded } from './executions.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const run = Date.now().toString(36);

/** Plays a scenario deployed and embedded. What did not hold, in words; nothing when all did. */
export async function playBoth(
  deployment: Deployment,
  scenario: Scenario,
  webhookSecret: string,
): Promise<{ readonly line: string; readonly problems: readonly string[] }> {
  const began = Date.now();
  const world = await deployedWorld(deployment, firstDayMs());
  const deployed = await playScenario(world, scenario, { webhookSecret, order: `${scenario.name}-${run}` });
  await world.settle();
  const executions = await allSucceeded(deployment, deployed.journeyId);
  await sweep(deployment);
  const took = ((Date.now() - began) / 1000).toFixed(1);
  const embedded = await playEmbedded(scenario);
  return {
    line: `${scenario.name}: ${deployed.events.length} events, ${executions} executions, ${took} s`,
    problems: [
      ...deployed.unmet.map((unmet) => `deployed: ${unmet}`),
      ...embedded.unmet.map((unmet) => `embedded: ${unmet}`),
      ...differences(deployed.events, embedded.events),
    ],
  };
}

async function playEmbedded(scenario: Scenario): Promise<Played> {
  const { stack, world, webhookSecret } = await embeddedStage();
  try {
    return await playScenario(world, scenario, { webhookSecret, order: scenario.name });
  } finally {
    await stack.stop();
  }
}

/**
 * The first day of the scenarios, moved by whole years of weeks until it is ahead of this machine's clock: the emulator
 * fires by itself what is past for it.
 */
function firstDayMs(): number {
  let first = Date.parse(FIRST_DAY);
  while (first < Date.now() + DAY_MS) first += 364 * DAY_MS;
  return first;
}
