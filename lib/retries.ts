import type { AslRetry } from './asl.ts';

/**
 * Only what passes by itself: Lambda, the SDK, throttling, and what our functions name a transient fault. From seconds
 * up to quarter hours, together about six hours. A decision is never retried, because it is an answer and not an error;
 * opening a step again is harmless, because it is idempotent per occurrence.
 */
export const RETRY_INVOKE: readonly AslRetry[] = [
  {
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.TooManyRequestsException',
      'TransientFault',
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 32,
    MaxDelaySeconds: 900,
    JitterStrategy: 'FULL',
  },
];

/**
 * Starting a phase: the service's own errors. That too many executions run is `ExecutionLimitExceeded` in the API and in the guide
 * of nested workflows; integrations of other services end such names in `Exception`, so both stand here. A phase that fails
 * is not started again here but by a new run.
 */
export const RETRY_START: readonly AslRetry[] = [
  {
    ErrorEquals: [
      'StepFunctions.AWSStepFunctionsException',
      'StepFunctions.SdkClientException',
      'StepFunctions.ExecutionLimitExceeded',
      'StepFunctions.ExecutionLimitExceededException',
    ],
    IntervalSeconds: 2,
    BackoffRate: 2,
    MaxAttempts: 32,
    MaxDelaySeconds: 900,
    JitterStrategy: 'FULL',
  },
];
