import type { Machine } from './definition/load.ts';
import type { StatesError } from './errors.ts';
import { History } from './history.ts';
import { Scope } from './interpreter/scope.ts';
import type { Json } from './json.ts';
import type { ExecutionStatus, StatusChange } from './ports.ts';

/** How an execution ended. */
export type Ending =
  | { status: 'SUCCEEDED'; output: Json }
  | { status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; error: string | undefined; cause: string | undefined };

const endEvents = {
  SUCCEEDED: ['ExecutionSucceeded', 'executionSucceededEventDetails'],
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
} as const;

/** One execution: what the API shows of it, and what to undo when it closes. */
export class Execution {
  readonly arn: string;
  readonly name: string;
  readonly machine: Machine;
  /** The input as JSON text, exactly as it was given. */
  readonly input: string;
  readonly parsedInput: Json;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly history: History;
  readonly scope = new Scope();
  status: ExecutionStatus = 'RUNNING';
  stoppedAt: number | undefined;
  output: string | undefined;
  error: string | undefined;
  cause: string | undefined;
  readonly #closed = new Set<(execution: Execution) => void>();

  constructor(of: {
    arn: string;
    name: string;
    machine: Machine;
    input: string;
    parsedInput: Json;
    now: () => number;
  }) {
    this.arn = of.arn;
    this.name = of.name;
    this.machine = of.machine;
    this.input = of.input;
    this.parsedInput = of.parsedInput;
    this.startedAt = of.now();
    this.history = new History(of.now);
  }

  /** Calls the listener once when the execution closes; the answer takes it back. */
  onClosed(listener: (execution: Execution) => void): () => void {
    this.#closed.add(listener);
    return () => void this.#closed.delete(listener);
  }

  /** Ends the execution; false when it had already ended. */
  close(ending: Ending, at: number): boolean {
    if (this.status !== 'RUNNING') return false;
    this.status = ending.status;
    this.stoppedAt = at;
    if (ending.status === 'SUCCEEDED') this.output = JSON.stringify(ending.output);
    else {
      this.error = ending.error;
      this.cause = ending.cause;
    }
    const [type, member] = endEvents[ending.status];
    const details = ending.status === 'SUCCEEDED' ? {} : { error: ending.error, cause: ending.cause };
    this.history.end(type, member, details);
    this.scope.close();
    const listeners = [...this.#closed];
    this.#closed.clear();
    for (const listener of listeners) listener(this);
    return true;
  }

  /** As the EventBridge event shows it. */
  statusChange(): StatusChange {
    return {
      executionArn: this.arn,
      stateMachineArn: this.machine.arn,
      name: this.name,
      status: this.status,
      startDate: this.startedAt,
      stopDate: this.stoppedAt ?? null,
      input: this.input,
      inputDetails: { included: true },
      output: this.output ?? null,
      outputDetails: this.output === undefined ? null : { included: true },
      error: this.error ?? null,
      cause: this.cause ?? null,
    };
  }
}

/** The ending a failure leads to. */
export function failed(error: StatesError): Ending {
  return { status: 'FAILED', error: error.errorName, cause: error.explanation };
}
