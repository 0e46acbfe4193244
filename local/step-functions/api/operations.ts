import type { Machine } from '../definition/load.ts';
import type { Engine } from '../engine.ts';
import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution.ts';
import type { Json } from '../json.ts';
import { type Operation, paged, type Request } from './requests.ts';

/** The operations of the API on an engine; instants are epoch seconds, as AWS JSON writes them. */
export const operations: { [O in Operation]: (engine: Engine, request: Request<O>) => object } = {
  StartExecution(engine, { stateMachineArn, name, input }) {
    checkArn(stateMachineArn, 'stateMachine');
    const execution = engine.start(stateMachineArn, name, input ?? '{}');
    return { executionArn: execution.arn, startDate: seconds(execution.startedAt) };
  },

  SendTaskSuccess(engine, { taskToken, output }) {
    engine.tokens.succeed(taskToken, parseOutput(output));
    return {};
  },

  SendTaskFailure(engine, { taskToken, error, cause }) {
    engine.tokens.fail(taskToken, error ?? '', cause);
    return {};
  },

  StopExecution(engine, { executionArn, error, cause }) {
    const execution = found(engine, executionArn);
    engine.stop(execution, error, cause);
    return { stopDate: seconds(execution.stoppedAt ?? 0) };
  },

  DescribeExecution(engine, { executionArn }) {
    const execution = found(engine, executionArn);
    return {
      ...summary(execution),
      input: execution.input,
      inputDetails: { included: true },
      ...(execution.output === undefined ? {} : { output: execution.output, outputDetails: { included: true } }),
      ...(execution.error === undefined ? {} : { error: execution.error }),
      ...(execution.cause === undefined ? {} : { cause: execution.cause }),
    };
  },

  ListExecutions(engine, request) {
    const machine = machineOf(engine, request.stateMachineArn);
    const all = engine.executions.of(machine.arn);
    const wanted = all.filter(({ status }) => request.statusFilter === undefined || status === request.statusFilter);
    const { page, ...more } = paged(wanted, request);
    return { executions: page.map(summary), ...more };
  },

  GetExecutionHistory(engine, request) {
    const { events } = found(engine, request.executionArn).history;
    const { page, ...more } = paged(request.reverseOrder === true ? events.toReversed() : events, request);
    return {
      events: page.map(({ id, type, at, member, details }) => ({
        id,
        previousEventId: id - 1,
        timestamp: seconds(at),
        type,
        ...(member === undefined ? {} : { [member]: details }),
      })),
      ...more,
    };
  },

  DescribeStateMachine(engine, { stateMachineArn }) {
    const machine = machineOf(engine, stateMachineArn);
    return {
      ...machineSummary(engine, machine),
      status: 'ACTIVE',
      definition: machine.definitionText,
      roleArn: machine.roleArn,
      revisionId: machine.revisionId,
    };
  },

  ListStateMachines(engine, request) {
    const { page, ...more } = paged([...engine.machines.values()], request);
    return { stateMachines: page.map((machine) => machineSummary(engine, machine)), ...more };
  },
};

function seconds(ms: number): number {
  return ms / 1000;
}

function checkArn(arn: string, kind: 'stateMachine' | 'execution'): void {
  if (!new RegExp(`^arn:[^:]+:states:[^:]+:[^:]+:${kind}:.+$`).test(arn)) {
    throw new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`);
  }
}

function machineOf(engine: Engine, arn: string): Machine {
  checkArn(arn, 'stateMachine');
  const machine = engine.machines.get(arn);
  if (machine === undefined)
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

function found(engine: Engine, arn: string): Execution {
  checkArn(arn, 'execution');
  const execution = engine.executions.get(arn);
  if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}

function parseOutput(output: string): Json {
  try {
    return JSON.parse(output);
  } catch {
    throw new ServiceError('InvalidOutput', "Invalid Output: 'not valid JSON'");
  }
}

function summary(execution: Execution) {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machine.arn,
    name: execution.name,
    status: execution.status,
    startDate: seconds(execution.startedAt),
    ...(execution.stoppedAt === undefined ? {} : { stopDate: seconds(execution.stoppedAt) }),
    redriveCount: 0,
  };
}

function machineSummary(engine: Engine, machine: Machine) {
  return { stateMachineArn: machine.arn, name: machine.name, type: 'STANDARD', creationDate: seconds(engine.loadedAt) };
}
