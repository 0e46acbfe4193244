import type { TaskState } from '../definition/schema.ts';
import { asStatesError, GivenUp, StatesError, TaskTimeout } from '../errors.ts';
import { failure } from '../expressions/evaluate.ts';
import { expressionText } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import { limits, withinDataLimit } from '../limits.ts';
import type { Clock } from '../ports.ts';
import { startChild } from './child.ts';
import { conclude, evaluate, place, type Visit } from './frame.ts';
import { invoke, invokeAndWait } from './lambda.ts';
import type { Settle } from './strand.ts';

/** Starts the work of a task and settles it; the answer undoes it. May throw what fails at once. */
export type Integration = (task: TaskRun, settle: Settle<Json>) => () => void;

/** One attempt of a task. */
export interface TaskRun {
  visit: Visit;
  /** Evaluated Arguments: an object. */
  args: { [name: string]: Json };
  /** Only for `.waitForTaskToken`. */
  token: string | undefined;
  /** Writes an event of this task to the history. */
  event(type: string, more?: Readonly<Record<string, unknown>>): void;
}

const integrations: Record<TaskState['Resource'], Integration> = {
  'arn:aws:states:::lambda:invoke': invoke,
  'arn:aws:states:::lambda:invoke.waitForTaskToken': invokeAndWait,
  'arn:aws:states:::states:startExecution.sync:2': startChild,
};

/**
 * One attempt of a Task: arguments, the integration under its timeout, Output and Assign.
 * @throws {StatesError} what Retry and Catch look at
 */
export async function runTask(state: TaskState, visit: Visit): Promise<Json> {
  const { execution, services } = visit.frame;
  const { history } = execution;
  const token = state.Resource.endsWith('.waitForTaskToken') ? services.tokens.issue(execution.arn) : undefined;
  const args = await evaluate(visit, state.Arguments, 'Arguments', token === undefined ? {} : { token });
  withinDataLimit(args, `The arguments of ${place(visit)}`);
  if (typeof args !== 'object' || args === null || Array.isArray(args)) {
    throw new StatesError('States.QueryEvaluationError', `The Arguments of ${place(visit)} are not an object.`);
  }
  const seconds = await timeoutSeconds(state, visit);
  const [resourceType, resource] = state.Resource.slice('arn:aws:states:::'.length).split(/:(.*)/s);
  const details = { resourceType, resource };
  history.add('TaskScheduled', 'taskScheduledEventDetails', {
    ...details,
    region: execution.arn.split(':')[3],
    ...(seconds === undefined ? {} : { timeoutInSeconds: seconds }),
  });
  const event = (type: string, more?: Readonly<Record<string, unknown>>): void =>
    void history.add(type, `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`, { ...details, ...more });
  const result = await attempt(state.Resource, { visit, args, token, event }, seconds);
  return await conclude(visit, state, result, { result });
}

/** Runs the integration to its result or its error, and writes which it was. */
async function attempt(resource: TaskState['Resource'], task: TaskRun, seconds: number | undefined): Promise<Json> {
  const { strand, services } = task.visit.frame;
  try {
    const result = await strand.wait<Json>((settle) => {
      const cancelTimer = timer(services.ports.clock, seconds, () => settle.reject(new TaskTimeout()));
      try {
        const undo = integrations[resource](task, settle);
        return () => {
          cancelTimer();
          undo();
        };
      } catch (thrown) {
        cancelTimer();
        throw thrown;
      }
    });
    withinDataLimit(result, `The result of ${place(task.visit)}`);
    task.event('TaskSucceeded');
    return result;
  } catch (thrown) {
    if (thrown instanceof GivenUp) throw thrown;
    const error = asStatesError(thrown);
    const type = error instanceof TaskTimeout ? 'TaskTimedOut' : 'TaskFailed';
    task.event(type, { error: error.errorName, cause: error.explanation });
    throw error;
  }
}

function timer(clock: Clock, seconds: number | undefined, fn: () => void): () => void {
  return seconds === undefined ? () => undefined : clock.setTimer(clock.now() + seconds * 1000, fn);
}

async function timeoutSeconds(state: TaskState, visit: Visit): Promise<number | undefined> {
  const { TimeoutSeconds: field } = state;
  if (field === undefined || typeof field === 'number') return field;
  const value = await evaluate(visit, field, 'TimeoutSeconds');
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= limits.timeoutSeconds)
    return value;
  const got = `returned ${JSON.stringify(value)}. Expected a whole number of seconds from 1 to ${limits.timeoutSeconds}.`;
  throw failure(expressionText(field), 'TimeoutSeconds', { place: place(visit) }, got);
}
