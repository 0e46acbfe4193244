import type { Flow, State } from '../definition/schema.ts';
import { GivenUp, StatesError } from '../errors.ts';
import type { Json } from '../json.ts';
import { withinDataLimit } from '../limits.ts';
import { runChoice } from './choice.ts';
import { conclude, evaluate, type Frame, place, type Visit } from './frame.ts';
import { runParallel } from './parallel.ts';
import { withRescue } from './rescue.ts';
import { runTask } from './task.ts';

/**
 * Runs a flow from its start to a state that ends it.
 * @returns the output of the last state
 * @throws {StatesError} what nobody caught; {GivenUp} when nobody wants the result any more
 */
export async function runFlow(flow: Flow, input: Json, frame: Frame): Promise<Json> {
  let name: string | undefined = flow.StartAt;
  let data = input;
  while (name !== undefined) {
    const state: State | undefined = flow.States[name];
    if (state === undefined) throw new StatesError('States.Runtime', `The state '${name}' does not exist.`);
    const step: Step = await visitState(name, state, data, frame);
    data = step.output;
    name = step.next;
  }
  return data;
}

/** Where a state leads, and with what. */
interface Step {
  output: Json;
  next: string | undefined;
}

async function visitState(name: string, state: State, input: Json, frame: Frame): Promise<Step> {
  const { execution, services, strand } = frame;
  strand.check();
  const enteredId = execution.history.add(`${state.Type}StateEntered`, 'stateEnteredEventDetails', { name });
  services.ports.onTransition?.({ executionArn: execution.arn, state: name });
  const visit: Visit = { frame, name, input, enteredId, enteredAt: services.ports.clock.now(), retries: 0 };
  withinDataLimit(input, `The input of ${place(visit)}`);
  try {
    const step = await runState(state, visit);
    strand.check();
    execution.history.add(`${state.Type}StateExited`, 'stateExitedEventDetails', { name });
    return step;
  } catch (thrown) {
    if (
      thrown instanceof GivenUp &&
      execution.status === 'RUNNING' &&
      (state.Type === 'Task' || state.Type === 'Parallel')
    ) {
      execution.history.add(`${state.Type}StateAborted`);
    }
    throw thrown;
  }
}

async function runState(state: State, visit: Visit): Promise<Step> {
  switch (state.Type) {
    case 'Pass':
      return { output: await conclude(visit, state, visit.input), next: state.Next };
    case 'Succeed':
      return { output: await conclude(visit, { Output: state.Output }, visit.input), next: undefined };
    case 'Choice':
      return await runChoice(state, visit);
    case 'Task':
      return await withRescue(visit, state, () => runTask(state, visit));
    case 'Parallel':
      return await withRescue(visit, state, () => runParallel(state, visit));
    case 'Fail': {
      const error = state.Error === undefined ? undefined : await evaluate(visit, state.Error, 'Error');
      const cause = state.Cause === undefined ? undefined : await evaluate(visit, state.Cause, 'Cause');
      throw new StatesError(text(error) ?? '', text(cause));
    }
  }
}

function text(value: Json | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
