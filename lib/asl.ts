/**
 * The part of Amazon States Language this application uses, in JSONata. Definitions are written as plain data: what is
 * not in these types (JSONPath, Wait, Map, heartbeats) cannot be written at all.
 */
export type Expression = `{% ${string} %}`;
export type AslValue = string | number | boolean | null | readonly AslValue[] | { readonly [key: string]: AslValue };

export interface AslRetry {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds: number;
  readonly JitterStrategy: 'FULL';
}

/** A state goes on to the next one or is the last of its branch. */
export type AslExit = { readonly Next: string } | { readonly End: true };

export type AslTask = {
  readonly Type: 'Task';
  readonly Comment?: string;
  readonly Resource:
    | 'arn:aws:states:::lambda:invoke'
    | 'arn:aws:states:::lambda:invoke.waitForTaskToken'
    | 'arn:aws:states:::states:startExecution.sync:2';
  readonly Arguments: { readonly [key: string]: AslValue };
  readonly TimeoutSeconds?: number;
  readonly Retry: readonly AslRetry[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Output: Expression;
} & AslExit;

export interface AslChoice {
  readonly Type: 'Choice';
  readonly Comment?: string;
  readonly Choices: readonly { readonly Condition: Expression; readonly Next: string }[];
  readonly Default: string;
}

export type AslParallel = {
  readonly Type: 'Parallel';
  readonly Comment?: string;
  readonly Branches: readonly { readonly StartAt: string; readonly States: AslStates }[];
} & AslExit;

export interface AslPass {
  readonly Type: 'Pass';
  readonly Comment?: string;
  readonly Output: AslValue;
  readonly End: true;
}

export interface AslFail {
  readonly Type: 'Fail';
  readonly Comment?: string;
  readonly Error: string;
  readonly Cause: string;
}

export type AslState = AslTask | AslChoice | AslParallel | AslPass | AslFail;
export type AslStates = { readonly [name: string]: AslState };

export interface AslMachine {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  readonly States: AslStates;
}

export const expression = (jsonata: string): Expression => `{% ${jsonata} %}`;

/** A JSONata string literal. JSON's quoting is also JSONata's. */
export const literal = (text: string): string => JSON.stringify(text);

/** Several sets of states as one. @throws Error when two of them use the same name. */
export function mergeStates(...parts: readonly AslStates[]): AslStates {
  const merged: Record<string, AslState> = {};
  for (const part of parts)
    for (const [name, state] of Object.entries(part)) {
      if (Object.hasOwn(merged, name)) throw new Error(`State "${name}" is defined twice: expected each name once`);
      merged[name] = state;
    }
  return merged;
}
