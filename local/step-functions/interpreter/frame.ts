import type { Execution } from '../execution.ts';
import { evaluateField, type StatesVariable } from '../expressions/evaluate.ts';
import type { Json } from '../json.ts';
import { withinDataLimit } from '../limits.ts';
import type { StepFunctionsPorts } from '../ports.ts';
import type { Tokens } from '../tokens.ts';
import type { Strand } from './strand.ts';

/** What the interpreter needs of the engine. */
export interface Services {
  ports: StepFunctionsPorts;
  tokens: Tokens;
  /** Functions every expression can call. */
  functions: Readonly<Record<string, unknown>>;
  /** Starts an execution, or finds the running one of the same name and input. @throws {ServiceError} as StartExecution */
  start(stateMachineArn: string, name: string | undefined, input: string): Execution;
  stop(execution: Execution, error: string | undefined, cause: string | undefined): void;
}

/** A flow being run: whose it is, on which strand, with which variables. */
export interface Frame {
  services: Services;
  execution: Execution;
  strand: Strand;
  /** Variables of this scope; a branch starts with a copy of its outer scope's. */
  variables: Record<string, Json>;
}

/** One visit to a state. */
export interface Visit {
  frame: Frame;
  name: string;
  input: Json;
  /** Id of the history event that entered it. */
  enteredId: number;
  enteredAt: number;
  /** How often the state was tried again so far. */
  retries: number;
}

/** What `$states` holds beside input and context. */
export interface Extra {
  result?: Json;
  errorOutput?: Json;
  token?: string;
}

/** For messages, in the service's words. */
export function place(visit: Visit): string {
  return `the state '${visit.name}' (entered at the event id #${visit.enteredId})`;
}

/** A field of the state with its expressions evaluated. @throws {StatesError} States.QueryEvaluationError */
export async function evaluate(visit: Visit, field: Json, path: string, extra: Extra = {}): Promise<Json> {
  const { token, ...members } = extra;
  const states: StatesVariable = { input: visit.input, ...members, context: context(visit, token) };
  const { services, strand, variables } = visit.frame;
  const value = await evaluateField(field, path, {
    states,
    variables,
    functions: services.functions,
    place: place(visit),
  });
  strand.check();
  return value;
}

/**
 * Evaluates Output and Assign against the same variables, then assigns; answers the output.
 * @param fallback the output when the state has no Output field
 */
export async function conclude(
  visit: Visit,
  fields: { Output?: Json | undefined; Assign?: Record<string, Json> | undefined },
  fallback: Json,
  extra: Extra = {},
  path = '',
): Promise<Json> {
  const output = fields.Output === undefined ? fallback : await evaluate(visit, fields.Output, `${path}Output`, extra);
  withinDataLimit(output, `The output of ${place(visit)}`);
  if (fields.Assign !== undefined) {
    const assigned = await evaluate(visit, fields.Assign, `${path}Assign`, extra);
    withinDataLimit(assigned, `What ${place(visit)} assigns`);
    Object.assign(visit.frame.variables, assigned);
  }
  return output;
}

function context(visit: Visit, token: string | undefined): Json {
  const { execution } = visit.frame;
  return {
    Execution: {
      Id: execution.arn,
      Input: execution.parsedInput,
      Name: execution.name,
      RoleArn: execution.machine.roleArn,
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: { Name: visit.name, EnteredTime: new Date(visit.enteredAt).toISOString(), RetryCount: visit.retries },
    StateMachine: { Id: execution.machine.arn, Name: execution.machine.name },
    ...(token === undefined ? {} : { Task: { Token: token } }),
  };
}
