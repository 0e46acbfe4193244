import { CALLBACK, CHILD, type Definition, LAMBDA, machineArn } from '../world.ts';

/** Each part of the language that the application's machines use has a case of each of these, or says why it has none. */
export const KINDS = ['success', 'failure', 'limit'] as const;

/** What the function of a case answers to one invocation. */
export type FunctionAnswer = { readonly value: unknown } | { readonly error: string } | { readonly refused: string };

/**
 * What happens after the start. Seconds pass, in which nothing ends (`waits`) or which end the execution (`lapses`). Tokens
 * are counted in the order in which the function was given them, from 0.
 */
export type Act =
  | { readonly waits: number }
  | { readonly lapses: number }
  | { readonly succeeds: number; readonly output: string; readonly refused?: string }
  | { readonly fails: number; readonly error: string; readonly cause?: string; readonly refused?: string };

/** One case: machines, what functions and people do, and how the first machine's execution ends. Data alone. */
export interface SuiteCase {
  readonly name: string;
  readonly of: string;
  readonly kind: (typeof KINDS)[number];
  readonly machines: { readonly [name: string]: Definition };
  /** Call by call; the last for ever. Without any, null. */
  readonly answers?: readonly FunctionAnswer[];
  readonly input?: unknown;
  readonly execution?: string;
  readonly acts?: readonly Act[];
  /** `refused`: the error name with which the start itself is refused. */
  readonly ends:
    | { readonly status: 'SUCCEEDED'; readonly output: unknown }
    | { readonly status: 'FAILED' | 'RUNNING'; readonly error?: string; readonly cause?: string }
    | { readonly refused: string };
  /** How often the function was invoked, where that is the point. */
  readonly invocations?: number;
}

/** Of this size data is over the limit of 256 KiB. */
export const TOO_LARGE = 'x'.repeat(262_143);
/** Expression for a text of so many thousand characters. */
export const thousands = (count: number): string => `$pad('', ${count}000, 'x')`;

/** The retry that each task of the application has. */
export const RETRY_INVOKE = [
  {
    ErrorEquals: [
      ...['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException'],
      ...['Lambda.ClientExecutionTimeoutException', 'Lambda.TooManyRequestsException', 'TransientFault'],
    ],
    IntervalSeconds: 1,
    BackoffRate: 2,
    MaxAttempts: 2,
    MaxDelaySeconds: 3,
    JitterStrategy: 'FULL',
  },
];
export const RETRY_START = [
  {
    ErrorEquals: [
      ...['StepFunctions.AWSStepFunctionsException', 'StepFunctions.SdkClientException'],
      'StepFunctions.ExecutionLimitExceeded',
      'StepFunctions.ExecutionLimitExceededException',
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 2,
    MaxDelaySeconds: 3,
    JitterStrategy: 'FULL',
  },
];

export const machine = (StartAt: string, States: Definition['States']): Definition => ({ StartAt, States });

/** Asks the function and hands on what it answers. */
export const asks = (more: object = {}): object => ({
  Type: 'Task',
  Resource: LAMBDA,
  Arguments: { FunctionName: 'f', Payload: { journeyId: '{% $states.context.Execution.Input.journeyId %}' } },
  Output: '{% $states.result.Payload %}',
  Retry: RETRY_INVOKE,
  Next: 'Told',
  ...more,
});

/** Waits until its token is answered. */
export const waits = (more: object = {}): object => ({
  Type: 'Task',
  Resource: CALLBACK,
  Arguments: {
    FunctionName: 'f',
    Payload: { token: '{% $states.context.Task.Token %}', execution: '{% $states.context.Execution.Name %}' },
  },
  Output: '{% $states.result %}',
  Retry: RETRY_INVOKE,
  TimeoutSeconds: 3600,
  End: true,
  ...more,
});

/** Runs machine Phase as a run of its own. */
export const runs = (more: object = {}): object => ({
  Type: 'Task',
  Resource: CHILD,
  Arguments: {
    StateMachineArn: machineArn('Phase'),
    Name: 'J1-Phase-1-1',
    Input: {
      journeyId: '{% $states.context.Execution.Input.journeyId %}',
      AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: '{% $states.context.Execution.Id %}',
    },
  },
  Output: '{% $states.result.Output %}',
  Retry: RETRY_START,
  End: true,
  ...more,
});

export const caught = (error: string, Next = 'Caught'): object => ({ Catch: [{ ErrorEquals: [error], Next }] });
/** One state, with those it leads to: an error that was caught is the output. */
export const alone = (Step: { readonly Next?: string; readonly Catch?: unknown }): SuiteCase['machines'] => ({
  M: machine('Step', {
    Step,
    ...(Step.Next === undefined ? {} : { Told: { Type: 'Pass', End: true } }),
    ...(Step.Catch === undefined ? {} : { Caught: { Type: 'Pass', End: true } }),
  }),
});
