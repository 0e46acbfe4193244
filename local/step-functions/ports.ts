/** Time of the embedded stack: real or virtual. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `fn` once when the time is `atMs` (or later); the answer cancels it. Times may be a year away. */
  setTimer(atMs: number, fn: () => void): () => void;
}

/** What a function answered, or the error it ended with. */
export type LambdaAnswer =
  | { payload: unknown }
  | { functionError: { errorType?: string | undefined; errorMessage?: string | undefined } };

/** Statuses of an execution. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** `detail` of the EventBridge event "Step Functions Execution Status Change"; instants in epoch milliseconds. */
export interface StatusChange {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: ExecutionStatus;
  startDate: number;
  stopDate: number | null;
  input: string;
  inputDetails: { included: true };
  output: string | null;
  outputDetails: { included: true } | null;
  error: string | null;
  cause: string | null;
}

/** What the engine needs from the rest of the embedded stack. */
export interface StepFunctionsPorts {
  clock: Clock;
  /**
   * Invokes a function as the given role. Rejecting means that the invocation itself failed; an error whose name is that of a
   * Lambda exception (`ServiceException`, `TooManyRequestsException`, …) reaches Retry as `Lambda.<name>`, others as `Lambda.Unknown`.
   */
  invokeLambda(functionArn: string, payload: unknown, as: { role: string }): Promise<LambdaAnswer>;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
  /** Throws, in the service's words, when the role does not allow the action on the resource. */
  authorize(roleArn: string, action: string, resource: string): void;
  /** Counts work in flight, so that a virtual clock knows when nothing is runnable. Must count from the call on. */
  track<T>(work: Promise<T>): Promise<T>;
  onStatusChange(change: StatusChange): void;
  /** Called for each billed state transition (entering a state, and each retry). */
  onTransition?(transition: { executionArn: string; state: string }): void;
}

/** A state machine as the template has it. */
export interface MachineSource {
  arn: string;
  name: string;
  roleArn: string;
  /** The definition, parsed from JSON. */
  definition: unknown;
  revisionId: string;
}
