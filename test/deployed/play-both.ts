import { embeddedStage, FIRST_DAY } from '../../local/scenario/embedded-stage.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import { differences } from './compare.ts';
import { deployedWorld, sweep } from './deployed-world.ts';
import type { Deployment } from './deployment.ts';
import { allSucceeded } from './executions.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const run = Date.now().toString(36);

/** A scenario that is being played embedded. */
export interface Begun {
  readonly scenario: Scenario;
  readonly embedded: Promise<Played>;
}

/** Plays a scenario deployed, and compares with how it went embedded. What did not hold, in words; nothing when all did. */
export async function playBoth(
  deployment: Deployment,
  { scenario, embedded: embeddedPlay }: Begun,
  webhookSecret: string,
): Promise<{ readonly line: string; readonly problems: readonly string[] }> {
  const began = Date.now();
  const world = await deployedWorld(deployment, firstDayMs());
  const deployed = await playScenario(world, scenario, { webhookSecret, order: `${scenario.name}-${run}` });
  await world.settle();
  const executions = await allSucceeded(deployment, deployed.journeyId);
  await sweep(deployment);
  const took = ((Date.now() - began) / 1000).toFixed(1);
  const embedded = await embeddedPlay;
  return {
    line: `${scenario.name}: ${deployed.events.length} events, ${executions} executions, ${took} s`,
    problems: [
      ...deployed.unmet.map((unmet) => `deployed: ${unmet}`),
      ...embedded.unmet.map((unmet) => `embedded: ${unmet}`),
      ...differences(deployed.events, embedded.events),
    ],
  };
}

/** Begins to play scenarios embedded, one after the other, each on a stack of its own. */
export function playEmbeddedInTurn(scenarios: readonly Scenario[]): readonly Begun[] {
  let before: Promise<unknown> = Promise.resolve();
  return scenarios.map((scenario) => {
    const embedded = before.then(() => playEmbedded(scenario));
    // Whoever waits for it hears of a failure; nobody may be waiting yet, and the next scenario is played all the same.
    before = embedded.catch(() => undefined);
    return { scenario, embedded };
  });
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
