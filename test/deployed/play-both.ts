import { embeddedStage, FIRST_DAY } from '../../local/scenario/embedded-stage.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import { beforeSignature } from '../support/before-signature.ts';
import { differences } from './compare.ts';
import { deployedWorld, sweep } from './deployed-world.ts';
import type { Deployment } from './deployment.ts';
import { allSucceeded } from './executions.ts';
import type { LastRelease } from './last-release.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The signature before which this release is deployed: the hub and the first phase run then, the others are started later. */
const UPGRADED_AT = 2;
const run = Date.now().toString(36);

/** A scenario that is being played embedded. */
export interface Begun {
  readonly scenario: Scenario;
  readonly embedded: Promise<Played>;
}

/**
 * Plays a scenario deployed, and compares with how it went embedded. What did not hold, in words; nothing when all did.
 *
 * @param before the release on which it begins; today's is deployed early in its course
 */
export async function playBoth(
  deployment: Deployment,
  { scenario, embedded: embeddedPlay }: Begun,
  webhookSecret: string,
  before?: LastRelease,
): Promise<{ readonly line: string; readonly problems: readonly string[] }> {
  const began = Date.now();
  const world = await deployedWorld(deployment, firstDayMs());
  await before?.begin();
  const upgraded = before === undefined ? world : beforeSignature(UPGRADED_AT, () => world, before.deploy);
  const deployed = await playScenario(upgraded, scenario, { webhookSecret, order: `${scenario.name}-${run}` });
  await world.settle();
  const executions = await allSucceeded(deployment, deployed.journeyId);
  await sweep(deployment);
  const took = ((Date.now() - began) / 1000).toFixed(1);
  const embedded = await embeddedPlay;
  return {
    line: `${scenario.name}${before === undefined ? '' : `, begun on ${before.version}`}: ${deployed.events.length} events, ${executions} executions, ${took} s`,
    problems: [
      ...deployed.unmet.map((unmet) => `deployed: ${unmet}`),
      ...embedded.unmet.map((unmet) => `embedded: ${unmet}`),
      ...differences(deployed.events, embedded.events),
      ...(before?.problems(deployed.events) ?? []),
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
