import { operations } from './api/operations.ts';
import { type Operation, parseRequest, requests } from './api/requests.ts';
import { Engine } from './engine.ts';
import { ServiceError } from './errors.ts';
import type { MachineSource, StepFunctionsPorts } from './ports.ts';

export { DefinitionError, ServiceError } from './errors.ts';
export type { Clock, ExecutionStatus, LambdaAnswer, MachineSource, StatusChange, StepFunctionsPorts } from './ports.ts';

/** The embedded Step Functions service. */
export interface StepFunctions {
  /**
   * One call of the AWS JSON 1.0 API.
   * @param operation the part of `X-Amz-Target` after `AWSStepFunctions.`
   * @param body the parsed request
   * @throws {ServiceError} with the service's error code, to be written as `{__type: code, message}`
   */
  handle(operation: string, body: unknown): Promise<unknown>;
  /** ARN of the machine whose execution a task token belongs to, for authorising SendTask* calls; undefined for a foreign token. */
  machineOfToken(taskToken: string): string | undefined;
}

/** Settings that have a default. */
export interface StepFunctionsOptions {
  /** Number of closed executions whose history is kept. Default 500. */
  keepHistories?: number;
}

/**
 * Loads the machines and answers the service. It keeps nothing on disk: when the process ends, all executions are lost.
 * @throws {DefinitionError} when a definition holds anything this interpreter does not do
 */
export function createStepFunctions(
  ports: StepFunctionsPorts,
  machines: readonly MachineSource[],
  options: StepFunctionsOptions = {},
): StepFunctions {
  const engine = new Engine(ports, machines, options.keepHistories ?? 500);
  return {
    async handle(operation, body) {
      if (!isOperation(operation)) {
        const known = Object.keys(requests).join(', ');
        throw new ServiceError(
          'UnknownOperationException',
          `Operation "${operation}" is not embedded; expected ${known}`,
        );
      }
      return perform(engine, operation, body);
    },
    machineOfToken(taskToken) {
      const arn = engine.tokens.executionOf(taskToken);
      return arn === undefined ? undefined : engine.executions.get(arn)?.machine.arn;
    },
  };
}

function perform<O extends Operation>(engine: Engine, operation: O, body: unknown): object {
  return operations[operation](engine, parseRequest(operation, body));
}

function isOperation(operation: string): operation is Operation {
  return Object.hasOwn(requests, operation);
}
