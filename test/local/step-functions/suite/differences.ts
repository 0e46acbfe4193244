/** A case that goes otherwise on the emulator (MiniStack 1.5.33) than here, and who is right by the AWS documentation. */
export interface KnownDifference {
  /** What the emulator does, and what the suite says. */
  readonly emulator: string;
  readonly we: string;
  /** `undocumented`: nothing was found in the documentation that decides it. */
  readonly right: 'we' | 'emulator' | 'undocumented';
  readonly page: string;
  /** What the page says, or what is known without it. */
  readonly because: string;
}

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/';
const API = 'https://docs.aws.amazon.com/step-functions/latest/apireference/';

const closedToken = {
  right: 'we',
  page: `${API}API_SendTaskSuccess.html`,
  because: 'TaskTimedOut is for a token that expired or whose task is closed; TaskDoesNotExist for an activity.',
} as const;
const tooLarge = {
  we: 'ends FAILED States.DataLimitExceeded',
  right: 'we',
  page: `${GUIDE}concepts-error-handling.html`,
  because: 'Larger results, outputs and arguments end with States.DataLimitExceeded, which States.ALL does not catch.',
} as const;
const errorOfFunction = {
  right: 'we',
  page: `${GUIDE}tutorial-handling-error-conditions.html`,
  because:
    'The name of the error a function threw is what Retry and Catch match; the emulator loses it. ' +
    'Told from memory: the page could not be read.',
} as const;
const expression = {
  right: 'we',
  page: `${GUIDE}transforming-data.html`,
  because: 'TimeoutSeconds may be an expression; a value out of its range is States.QueryEvaluationError.',
} as const;

/** By title of the case. The deployed test holds the emulator to it: one more fails, and one that is gone. */
export const DIFFERENCES: Readonly<Record<string, KnownDifference>> = {
  'Choice: a condition that is no boolean': {
    emulator: 'ends SUCCEEDED {"outcome":"yes"}',
    we: 'ends FAILED States.QueryEvaluationError',
    right: 'we',
    page: `${GUIDE}state-choice.html`,
    because: 'A condition evaluates to true or false; that the error has this name was not found there.',
  },
  'Pass: an output over 256 KiB': { emulator: 'ends SUCCEEDED with 300002 characters from "xxxx', ...tooLarge },
  'Pass: an input over 256 KiB is refused at the start': {
    emulator: 'start taken',
    we: 'start ValidationException',
    right: 'we',
    page: `${API}API_StartExecution.html`,
    because: 'An input has at most 262144 bytes.',
  },
  'Parallel: a branch that fails ends the others, and their tokens': {
    emulator: 'act 2 taken',
    we: 'act 2 TaskTimedOut',
    right: 'we',
    page: `${GUIDE}state-parallel.html`,
    because: 'When a branch fails, all branches are stopped; the emulator lets each come to its end.',
  },
  'Parallel: results of which only the sum is over 256 KiB': {
    emulator: 'ends SUCCEEDED with 300007 characters from ["xxx',
    ...tooLarge,
  },
  'lambda:invoke: an error of the function by its type, with a JSON cause': {
    emulator: 'ends FAILED Runtime.HandlerError',
    we: 'ends FAILED Fault ({"errorMessage":"on purpose","errorType":"Fault"})',
    ...errorOfFunction,
  },
  'lambda:invoke: a payload over 256 KiB, which is not caught by States.ALL': {
    emulator: 'ends SUCCEEDED with 262145 characters from "xxxx',
    ...tooLarge,
  },
  'lambda:invoke: arguments over 256 KiB': {
    ...tooLarge,
    emulator: 'ends SUCCEEDED null; invocations 1',
    we: 'ends FAILED States.DataLimitExceeded; invocations 0',
  },
  'lambda:invoke.waitForTaskToken: an answer given twice: the first counts, the second is told so': {
    emulator: 'act 2 TaskDoesNotExist; act 3 TaskDoesNotExist',
    we: 'act 2 TaskTimedOut; act 3 TaskTimedOut',
    ...closedToken,
  },
  'lambda:invoke.waitForTaskToken: an answer that is no JSON leaves the task waiting': {
    emulator: 'act 1 taken; ends SUCCEEDED "{"',
    we: 'act 1 InvalidOutput; ends RUNNING',
    right: 'we',
    page: `${API}API_SendTaskSuccess.html`,
    because: 'Output that is no JSON is refused with InvalidOutput.',
  },
  'lambda:invoke.waitForTaskToken: the token of a try that was given up is dead; that of the retry is taken': {
    emulator: 'act 2 taken; act 3 ended without such a token; ends SUCCEEDED "old"; invocations 1',
    we: 'act 2 TaskTimedOut; act 3 taken; ends SUCCEEDED "new"; invocations 2',
    right: 'we',
    page: `${GUIDE}concepts-error-handling.html`,
    because:
      'Retry is for errors of any task; the emulator waits on for the token when the function failed. ' +
      'That each try has a token of its own was not found there.',
  },
  'lambda:invoke.waitForTaskToken: an answer over 256 KiB is refused, and the task waits on': {
    emulator: 'act 1 taken; ends SUCCEEDED with 262145 characters from "xxxx',
    we: 'act 1 ValidationException; ends RUNNING',
    right: 'we',
    page: `${API}API_SendTaskSuccess.html`,
    because: 'An output has at most 262144 bytes.',
  },
  'TimeoutSeconds: a time that is up, and an answer after it': {
    emulator: 'act 2 TaskDoesNotExist',
    we: 'act 2 TaskTimedOut',
    ...closedToken,
  },
  'TimeoutSeconds: a time by expression': {
    emulator: 'ends FAILED States.Runtime',
    we: 'ends FAILED States.Timeout',
    ...expression,
  },
  'TimeoutSeconds: a time of nought by expression': {
    emulator: 'ends FAILED States.Runtime',
    we: 'ends FAILED States.QueryEvaluationError',
    ...expression,
  },
  'Retry: an error of the function that passes is tried again': {
    emulator: 'ends FAILED Runtime.HandlerError; invocations 1',
    we: 'ends SUCCEEDED "done"; invocations 2',
    ...errorOfFunction,
  },
  'Retry: an error it does not name is not tried again': {
    emulator: 'ends FAILED Runtime.HandlerError',
    we: 'ends FAILED Fault',
    ...errorOfFunction,
  },
  'Catch: a timeout leads to the net, with error and cause': {
    emulator: 'ends SUCCEEDED {"Cause":"Task timed out waiting for callback","Error":"States.Timeout"}',
    we: 'ends SUCCEEDED {"Cause":"","Error":"States.Timeout"}',
    right: 'undocumented',
    page: `${GUIDE}concepts-error-handling.html`,
    because: 'What the cause of a time-out says was not found; no machine reads it.',
  },
  'states:startExecution.sync:2: a run that fails is States.TaskFailed': {
    emulator: 'ends SUCCEEDED "Broken"',
    we: 'ends SUCCEEDED "States.TaskFailed"',
    right: 'undocumented',
    page: `${GUIDE}connect-stepfunctions.html`,
    because: 'Which name the failure of the other run gets was not found; no machine matches it.',
  },
  'states:startExecution.sync:2: a machine that does not exist': {
    emulator: 'ends SUCCEEDED "StateMachineDoesNotExist"',
    we: 'ends SUCCEEDED "StepFunctions.StateMachineDoesNotExistException"',
    right: 'undocumented',
    page: `${GUIDE}concepts-nested-workflows.html`,
    because: 'Errors of this integration begin with StepFunctions; whether this one ends with Exception was not found.',
  },
  'states:startExecution.sync:2: a name of 81 characters is none': {
    emulator: 'ends SUCCEEDED {}',
    we: 'ends SUCCEEDED "StepFunctions.InvalidNameException"',
    right: 'we',
    page: `${API}API_StartExecution.html`,
    because: 'A name has at most 80 characters; that the error has this name within a machine was not found there.',
  },
  'states:startExecution.sync:2: an execution of such a name is refused': {
    emulator: 'start taken',
    we: 'start InvalidName',
    right: 'we',
    page: `${API}API_StartExecution.html`,
    because: 'A name has at most 80 characters, another is refused with InvalidName.',
  },
};

const UNREFUSED = 'nobody can make the emulator refuse the invocation of a function';

/** Cases that the emulator cannot be asked, and why, by title. */
export const NOT_PLAYED: Readonly<Record<string, string>> = {
  'Retry: a refusal by the service of functions is tried again': UNREFUSED,
  'Retry: the delay grows up to the largest, and the attempts end': UNREFUSED,
};
