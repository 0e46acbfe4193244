import { SendTaskSuccessCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Envelope } from '../domain/journey/envelope.ts';
import { asFault, isNamed } from './aws-errors.ts';

/**
 * `delivered: false` is final: the task was answered before, timed out or is gone. The service cannot say which; the
 * log can (its run was replaced, or the step was answered).
 */
export interface Delivery {
  readonly delivered: boolean;
  /** The service's name for it, when it was not delivered. */
  readonly why?: string;
}

export interface Callbacks {
  /** Answers a waiting task. Throws TransientFault when it may be repeated. */
  answer(token: string, envelope: Envelope): Promise<Delivery>;
  /** Starts an execution; one of that name that exists counts as started, because names are never used for two things. */
  start(machineArn: string, name: string, input: unknown): Promise<void>;
}

export const stepFunctions = (client: SFNClient): Callbacks => ({
  async answer(taskToken, envelope) {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(envelope) }));
      return { delivered: true };
    } catch (error) {
      if (isNamed(error, 'TaskTimedOut', 'InvalidToken', 'TaskDoesNotExist')) {
        return { delivered: false, why: error.name };
      }
      throw asFault('Answer task', error);
    }
  },

  async start(stateMachineArn, name, input) {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    } catch (error) {
      if (isNamed(error, 'ExecutionAlreadyExists')) return;
      throw asFault(`Start execution ${name}`, error);
    }
  },
});
