import type { Machine } from './definition/load.ts';
import { ServiceError } from './errors.ts';
import type { Json } from './json.ts';
import { limits } from './limits.ts';

/**
 * Checks the name of an execution as the service does.
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 * @throws {ServiceError} InvalidName
 */
export function checkName(name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the service names control characters among those it refuses
  const refused = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;
  if (name.length < 1 || name.length > limits.nameLength || refused.test(name)) {
    throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
}

/** @throws {ServiceError} InvalidExecutionInput, ValidationException */
export function parseInput(input: string): Json {
  if (Buffer.byteLength(input) > limits.dataBytes) {
    throw new ServiceError(
      'ValidationException',
      "1 validation error detected: Value at 'input' failed to satisfy constraint: " +
        `Member must have length less than or equal to ${limits.dataBytes}`,
    );
  }
  try {
    return JSON.parse(input);
  } catch {
    throw new ServiceError('InvalidExecutionInput', "Invalid State Machine Execution Input: 'not valid JSON'");
  }
}

/** ARN of an execution of the machine. */
export function executionArn(machine: Machine, name: string): string {
  return `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`;
}
