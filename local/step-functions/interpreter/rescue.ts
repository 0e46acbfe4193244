import type { Catcher, Retrier } from '../definition/schema.ts';
import { asStatesError, GivenUp, type StatesError } from '../errors.ts';
import type { Json } from '../json.ts';
import { conclude, type Visit } from './frame.ts';

/** Errors that States.ALL and States.TaskFailed do not match. */
const terminal = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** Whether a Retry or Catch entry is meant for the error. */
export function matches(names: readonly string[], errorName: string): boolean {
  if (errorName === 'States.Runtime') return false;
  return names.some((name) => {
    if (name === errorName) return true;
    if (terminal.has(errorName)) return false;
    return name === 'States.ALL' || (name === 'States.TaskFailed' && errorName !== 'States.Timeout');
  });
}

/** Milliseconds until attempt number `attempt` (1 for the first retry). */
export function delayMs(retrier: Retrier, attempt: number, random: () => number): number {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** (attempt - 1);
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return Math.round(capped * 1000 * (retrier.JitterStrategy === 'FULL' ? random() : 1));
}

/**
 * Tries the body of a Task or Parallel as its Retry says, then hands the error to its Catch.
 * @returns the output and the state to go to
 * @throws {StatesError} what nobody caught
 */
export async function withRescue(
  visit: Visit,
  state: { Retry?: Retrier[] | undefined; Catch?: Catcher[] | undefined; Next?: string | undefined },
  body: () => Promise<Json>,
): Promise<{ output: Json; next: string | undefined }> {
  const { strand, execution, services } = visit.frame;
  const used = new Map<Retrier, number>();
  for (;;) {
    try {
      return { output: await body(), next: state.Next };
    } catch (thrown) {
      if (thrown instanceof GivenUp) throw thrown;
      const error = asStatesError(thrown);
      const retrier = state.Retry?.find(({ ErrorEquals }) => matches(ErrorEquals, error.errorName));
      const attempt = retrier === undefined ? 1 : (used.get(retrier) ?? 0) + 1;
      if (retrier === undefined || attempt > retrier.MaxAttempts) return await rescued(visit, state.Catch ?? [], error);
      used.set(retrier, attempt);
      const { clock, random } = services.ports;
      const at = clock.now() + delayMs(retrier, attempt, random);
      await strand.wait<void>((settle) => clock.setTimer(at, () => settle.resolve()));
      visit.retries += 1;
      services.ports.onTransition?.({ executionArn: execution.arn, state: visit.name });
    }
  }
}

async function rescued(visit: Visit, catchers: readonly Catcher[], error: StatesError) {
  const index = catchers.findIndex(({ ErrorEquals }) => matches(ErrorEquals, error.errorName));
  const catcher = catchers[index];
  if (catcher === undefined) throw error;
  const errorOutput = error.output;
  const output = await conclude(visit, catcher, errorOutput, { errorOutput }, `Catch[${index}]/`);
  return { output, next: catcher.Next };
}
