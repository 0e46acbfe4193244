/** An answer of the API that is an error; the door writes it as `{__type: code, message}` with this HTTP status. */
export class ServiceError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

/** A failure inside an execution, with the error name that Retry and Catch look at. */
export class StatesError extends Error {
  readonly errorName: string;
  readonly explanation: string | undefined;

  constructor(errorName: string, explanation?: string) {
    super(explanation === undefined ? errorName : `${errorName}: ${explanation}`);
    this.name = 'StatesError';
    this.errorName = errorName;
    this.explanation = explanation;
  }

  /** As `$states.errorOutput` shows it. */
  get output(): { Error: string; Cause: string } {
    return { Error: this.errorName, Cause: this.explanation ?? '' };
  }
}

/** The task's own TimeoutSeconds ran out (as opposed to somebody sending a failure of that name). */
export class TaskTimeout extends StatesError {
  constructor() {
    super('States.Timeout');
  }
}

/** Thrown into a part of an execution that was given up (stopped, timed out, a sister branch failed). Never leaves the engine. */
export class GivenUp extends Error {}

/** A state machine definition that this interpreter refuses, with every reason by name. */
export class DefinitionError extends Error {
  readonly machine: string;
  readonly problems: readonly string[];

  constructor(machine: string, problems: readonly string[]) {
    super(`State machine ${machine} is refused:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'DefinitionError';
    this.machine = machine;
    this.problems = problems;
  }
}

/** Whatever was thrown, as a failure of the execution; a fault of the interpreter itself becomes States.Runtime. */
export function asStatesError(thrown: unknown): StatesError {
  if (thrown instanceof StatesError) return thrown;
  return new StatesError(
    'States.Runtime',
    thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  );
}
