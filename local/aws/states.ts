import type { Clock } from '../clock/clock.ts';
import type { Faults } from '../faults/faults.ts';
import { faultyInvocation } from '../faults/faulty-requests.ts';
import { createStepFunctions, type ExecutionStatus, type StepFunctions } from '../step-functions/step-functions.ts';
import type { Model } from '../template/model.ts';
import type { EventBuses } from './events.ts';
import { type AwsRequest, json, parseBody, type Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import type { LambdaHost } from './lambda-host.ts';
import type { Randomness } from './randomness.ts';
import type { Meter } from './usage.ts';

export interface StatesPorts {
  readonly model: Model;
  readonly clock: Clock;
  readonly iam: Iam;
  readonly lambda: LambdaHost;
  readonly events: EventBuses;
  readonly meter: Meter;
  readonly random: Randomness;
  /** Gathers the states that were entered, by logical id of the machine. */
  readonly entered: StatesEntered;
  readonly faults: Faults;
}

export type StatesEntered = Map<string, Set<string>>;

/** The embedded Step Functions, joined to the roles, functions and buses of the stack. */
export function statesEngine(ports: StatesPorts): StepFunctions {
  const { model, clock, iam, lambda, events, meter, random, entered, faults } = ports;
  const logicalIds = new Map(model.machines.map(({ name, logicalId }) => [name, logicalId]));
  const machineOf = (executionArn: string): string => logicalIds.get(executionArn.split(':').at(-2) ?? '') ?? 'unknown';
  return createStepFunctions(
    {
      clock,
      random: random.number,
      track: (work) => clock.track(work),
      invokeLambda: (functionArn, payload) =>
        faultyInvocation(functionArn, () => lambda.invoke(functionArn, payload), faults),
      authorize: (roleArn, action, resource) =>
        iam.authorize({ kind: 'role', roleArn, session: 'StepFunctions' }, action, resource),
      onStatusChange: (change) => {
        if (change.status === 'RUNNING') meter.count(machineOf(change.executionArn), 'executions');
        const event = events.event('aws.states', 'Step Functions Execution Status Change', change, [
          change.executionArn,
        ]);
        events.deliver('default', event);
      },
      onTransition: ({ executionArn, state }) => {
        const machine = machineOf(executionArn);
        meter.count(machine, 'stateTransitions');
        const states = entered.get(machine) ?? new Set();
        entered.set(machine, states.add(state));
      },
    },
    model.machines,
  );
}

/** Step Functions at the door: who may call which operation on which machine or execution. */
export function statesService(engine: StepFunctions, iam: Iam): Service {
  return async (request: AwsRequest) => {
    const input = parseBody(request);
    const resource = resourceOf(engine, request.operation, input);
    if (resource !== undefined) iam.authorize(request.principal, `states:${request.operation}`, resource);
    return json(await engine.handle(request.operation, input), 'application/x-amz-json-1.0');
  };
}

/** Undefined for the token of no task: it belongs to no machine (its execution was lost with a restart), and is invalid. */
function resourceOf(
  engine: StepFunctions,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): string | undefined {
  if (operation.startsWith('SendTask')) return engine.machineOfToken(String(input.taskToken));
  return String(input.stateMachineArn ?? input.executionArn ?? '*');
}

export interface ExecutionSummary {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  /** Epoch seconds. */
  readonly startDate: number;
  readonly stopDate?: number;
}

/** All executions the service still knows, machine by machine. */
export async function listExecutions(
  engine: StepFunctions,
  model: Model,
  status: ExecutionStatus | undefined,
): Promise<ExecutionSummary[]> {
  const found: ExecutionSummary[] = [];
  for (const { arn } of model.machines) {
    let nextToken: string | undefined;
    do {
      const page = (await engine.handle('ListExecutions', {
        stateMachineArn: arn,
        ...(status === undefined ? {} : { statusFilter: status }),
        ...(nextToken === undefined ? {} : { nextToken }),
      })) as { executions: ExecutionSummary[]; nextToken?: string };
      found.push(...page.executions);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  }
  return found;
}
