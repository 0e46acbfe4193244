import middy from '@middy/core';
import * as z from 'zod';
import { Fault, TransientFault } from '../domain/faults.ts';
import type { FunctionClock } from './function-clock.ts';
import { describe, log } from './log.ts';
import { isTransient } from './transient.ts';

/**
 * The stack of a function that a state machine, a schedule or a rule calls: parses the payload, and names what may be
 * retried `TransientFault`, the one name of ours in every Retry list.
 */
export function taskHandler<S extends z.ZodType, R>(
  clock: FunctionClock,
  payload: S,
  handle: (input: z.infer<S>) => Promise<R>,
) {
  return middy<unknown, R, Error>({ timeoutEarlyInMillis: 0 })
    .before(clock.refresh)
    .onError(({ error }) => {
      log('error', 'task failed', describe(error));
      if (isTransient(error)) throw new TransientFault('AWS was busy; the task is retried', { cause: error });
    })
    .handler(async (event) => {
      const parsed = payload.safeParse(event);
      if (!parsed.success) throw new Fault(`Payload: ${z.prettifyError(parsed.error)}`);
      return handle(parsed.data);
    });
}
