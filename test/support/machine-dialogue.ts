import type { Envelope } from '../../lambdas/domain/journey/envelope.ts';
import { stepLapse, stepRequest } from '../../lambdas/domain/payloads.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { type Definition, machineArn, type World, world } from '../local/step-functions/world.ts';
import { reference } from './machine-references.ts';
import type { Machine } from './redrawn-machines.ts';

/** The run of journey J1 in which machines are asked here. */
export const RUN = 2;
const INPUT = { schemaVersion: 1, journeyId: 'J1', run: RUN } as const;
const ROUND = 3;
/** Longer than any net under a step. */
const NET_MS = 366 * 24 * 60 * 60 * 1000;

/** What a phase machine did after it was answered: the steps it asks people for, or what it ended with. */
export type Said = { readonly asks: readonly StepName[] } | { readonly ends: unknown };
/** Answers to the steps asked for, each by its step; `lapse` lets the net under a step be reached first. */
export type Answers = Readonly<Partial<Record<StepName, Envelope>>>;

/**
 * Runs the machine of a phase, whose requests are read as today's function reads them, and answers it turn by turn.
 *
 * @param lapse the last turn is answered after the net under a step was reached
 */
export async function dialogue(
  phase: string,
  definition: Machine,
  turns: readonly Answers[],
  { lapse = false }: { readonly lapse?: boolean } = {},
): Promise<Said> {
  const tokens = new Map<StepName, string>();
  const last = turns.at(-1) ?? {};
  const w = world({ [phase]: definitionOf(definition) }, (payload) => {
    if ((payload as { lapsed?: unknown }).lapsed === true) return { payload: last[stepLapse().parse(payload).step] };
    const { step, token } = stepRequest().parse(payload);
    tokens.set(step, token);
    return { payload: null };
  });
  await w.run({ ...INPUT, round: ROUND });
  for (const [index, answers] of turns.entries()) {
    const asked = new Map(tokens);
    tokens.clear();
    if (lapse && index === turns.length - 1) await w.clock.advance(NET_MS);
    else await answerAll(w, asked, answers);
    await w.clock.idle();
  }
  const { status, output, error, cause } = await w.describe(phase, 'run');
  if (status === 'RUNNING') return { asks: [...tokens.keys()] };
  return { ends: output === undefined ? `${status} ${error}: ${cause}` : JSON.parse(output) };
}

async function answerAll(w: World, asked: ReadonlyMap<StepName, string>, answers: Answers): Promise<void> {
  for (const [step, taskToken] of asked) {
    const output = JSON.stringify(answers[step] ?? null);
    await w.call('SendTaskSuccess', { taskToken, output });
  }
}

/** A machine that is by itself: what it starts is called as here. */
function definitionOf(machine: Machine): Definition {
  const again = JSON.parse(JSON.stringify(machine), (field, value: unknown) =>
    field === 'StateMachineArn' ? machineArn(/\w+/.exec(String(value))?.[0] ?? '') : value,
  );
  return again as Definition;
}

export interface HubSaid {
  /** Executions it started, as `machine: name`, and the input of each. */
  readonly started: readonly { readonly execution: string; readonly input: unknown }[];
  readonly ends: unknown;
}

/** Runs the hub; where the journey stands is answered one by one, and every phase it starts ends at once with `outcome`. */
export async function hubDialogue(
  hub: Machine,
  phases: readonly string[],
  stands: readonly object[],
  outcome: string,
): Promise<HubSaid> {
  const phase: Definition = { StartAt: 'End', States: { End: { Type: 'Pass', Output: { outcome }, End: true } } };
  let asked = 0;
  const w = world(
    { PatientJourney: definitionOf(hub), ...Object.fromEntries(phases.map((name) => [name, phase])) },
    (_, called) => {
      if (called !== reference('WhereItStands')) throw new Error(`Hub: called ${called}`);
      asked += 1;
      return { payload: stands[Math.min(asked, stands.length) - 1] };
    },
  );
  const { status, output, error, cause } = await w.run(INPUT);
  const started = w.changes
    .filter((change) => change.status === 'RUNNING' && !change.executionArn.includes(':PatientJourney:'))
    .map(({ executionArn, input }) => ({
      execution: executionArn.split(':').slice(-2).join(': '),
      input: JSON.parse(input) as unknown,
    }));
  return { started, ends: output === undefined ? `${status} ${error}: ${cause}` : JSON.parse(output) };
}
