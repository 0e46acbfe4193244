import { parentPort } from 'node:worker_threads';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import type { BusEvent } from '../../local/aws/events.ts';
import type { DeadLetter } from '../../local/aws/kept.ts';
import type { Schedule } from '../../local/aws/scheduler.ts';
import type { Mail } from '../../local/aws/ses.ts';
import { type Played, playScenario } from '../../local/scenario/run-scenario.ts';
import type { Scenario } from '../../local/scenario/scenario.ts';
import { scenarioNamed } from '../../scenarios/index.ts';
import { happyOn, happyOnName, OTHER_PRODUCTS } from './happy-on.ts';
import { testStage } from './stage.ts';

/** A scenario that was played to its end, and all that the stack held then. */
export interface StagedScenario extends Played {
  readonly events: readonly JourneyEvent[];
  readonly functionErrors: readonly string[];
  readonly deadLetters: readonly DeadLetter[];
  /** Names of executions that still run. */
  readonly running: readonly string[];
  readonly schedules: readonly Schedule[];
  readonly mails: readonly Mail[];
  readonly outbound: readonly { readonly bus: string; readonly event: BusEvent }[];
  readonly entered: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the worker answers to the name of a scenario. */
export type WorkerAnswer = { readonly staged: StagedScenario } | { readonly failed: string };

function named(name: string): Scenario {
  const product = OTHER_PRODUCTS.find((protocol) => happyOnName(protocol) === name);
  return product === undefined ? scenarioNamed(name) : happyOn(product);
}

async function staged(name: string): Promise<StagedScenario> {
  const scenario = named(name);
  const stage = await testStage({ inHospital: scenario.inHospital === true });
  const { stack } = stage;
  try {
    const played = await playScenario(stage.world, scenario, {
      webhookSecret: stage.webhookSecret,
      order: `ORDER-${name.replaceAll(' ', '-')}`,
    });
    await stack.clock.idle();
    return {
      ...played,
      functionErrors: stage.functionErrors,
      deadLetters: stack.deadLetters(),
      running: (await stack.executions('RUNNING')).map((execution) => execution.name),
      schedules: stack.schedules(),
      mails: stack.outbox(),
      outbound: stack.events(),
      entered: stack.statesEntered(),
    };
  } finally {
    await stack.stop();
  }
}

parentPort?.on('message', (name: string) => {
  const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);
  staged(name).then(
    (played) => answer({ staged: played }),
    (error: unknown) => answer({ failed: error instanceof Error ? `${error.stack}` : String(error) }),
  );
});
