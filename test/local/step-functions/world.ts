import type { VirtualClock } from '../../../local/clock/clock.ts';
import { virtualClock } from '../../../local/clock/virtual-clock.ts';
import {
  createStepFunctions,
  type LambdaAnswer,
  type StatusChange,
  type StepFunctions,
  type StepFunctionsOptions,
} from '../../../local/step-functions/step-functions.ts';

export const LAMBDA = 'arn:aws:states:::lambda:invoke';
export const CALLBACK = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
export const CHILD = 'arn:aws:states:::states:startExecution.sync:2';
export const START = '2026-01-05T08:00:00.000Z';

export const machineArn = (name: string): string => `arn:aws:states:eu-central-1:123456789012:stateMachine:${name}`;
export const executionArn = (machine: string, name: string): string =>
  `arn:aws:states:eu-central-1:123456789012:execution:${machine}:${name}`;

/** A callback task that passes its token to the function as its whole payload. */
export const callback = (more: object): object => ({
  Type: 'Task',
  Resource: CALLBACK,
  Arguments: { FunctionName: 'open', Payload: '{% $states.context.Task.Token %}' },
  ...more,
});

/** The part of DescribeExecution the tests look at. */
export interface Described {
  status: string;
  output?: string;
  error?: string;
  cause?: string;
}

export type Definition = { StartAt: string; States: { [name: string]: object } };
type Lambda = (payload: unknown, functionArn: string) => LambdaAnswer | Promise<LambdaAnswer>;

/** The service with its ports: a virtual clock, functions given as code, roles that allow everything but what is denied. */
export interface World {
  service: StepFunctions;
  clock: VirtualClock;
  /** Payloads of all invocations, in order. */
  invoked: unknown[];
  changes: StatusChange[];
  /** `action` of requests by roles that are refused. */
  denied: Set<string>;
  transitions: string[];
  call(operation: string, body: object): Promise<unknown>;
  /** Starts an execution of the first machine and waits until nothing is runnable. */
  run(input?: unknown, name?: string): Promise<Described>;
  describe(machine: string, name: string): Promise<Described>;
  /** Types of the events of an execution, in order. */
  events(machine: string, name: string): Promise<string[]>;
}

/** Builds the service over machines given by name. */
export function world(
  machines: { [name: string]: Definition },
  lambda: Lambda = () => ({ payload: null }),
  options: StepFunctionsOptions = {},
): World {
  const clock = virtualClock(START);
  const invoked: unknown[] = [];
  const changes: StatusChange[] = [];
  const denied = new Set<string>();
  const transitions: string[] = [];
  let seed = 1;
  const service = createStepFunctions(
    {
      clock,
      track: (work) => clock.track(work),
      random: () => {
        seed = (seed * 16_807) % 2_147_483_647;
        return seed / 2_147_483_647;
      },
      authorize: (role, action, resource) => {
        if (denied.has(action))
          throw new Error(`User: ${role} is not authorized to perform: ${action} on resource: ${resource}`);
      },
      invokeLambda: async (functionArn, payload) => {
        invoked.push(payload);
        return await lambda(payload, functionArn);
      },
      onStatusChange: (change) => void changes.push(change),
      onTransition: ({ state }) => void transitions.push(state),
    },
    Object.entries(machines).map(([name, definition]) => ({
      arn: machineArn(name),
      name,
      roleArn: `arn:aws:iam::123456789012:role/${name}`,
      revisionId: 'r1',
      definition: { QueryLanguage: 'JSONata', ...definition },
    })),
    options,
  );
  const first = Object.keys(machines)[0] ?? '';
  const call = (operation: string, body: object): Promise<unknown> => service.handle(operation, body);
  const describe = async (machine: string, name: string): Promise<Described> =>
    (await call('DescribeExecution', { executionArn: executionArn(machine, name) })) as Described;
  return {
    service,
    clock,
    invoked,
    changes,
    denied,
    transitions,
    call,
    describe,
    async run(input = {}, name = 'run') {
      await call('StartExecution', { stateMachineArn: machineArn(first), name, input: JSON.stringify(input) });
      await clock.idle();
      return await describe(first, name);
    },
    async events(machine, name) {
      const answer = await call('GetExecutionHistory', { executionArn: executionArn(machine, name), maxResults: 1000 });
      return (answer as { events: { type: string }[] }).events.map(({ type }) => type);
    },
  };
}

/** The output of an execution that succeeded. @throws when it did not */
export function outputOf(described: Described): unknown {
  if (described.output === undefined) throw new Error(`${described.status}: ${described.error} ${described.cause}`);
  return JSON.parse(described.output);
}
