import { offsetClock } from '../adapters/clock-offset.ts';
import type { Instant } from '../domain/time.ts';
import type { Runtime } from './runtime.ts';

/** The clock of a function. `refresh` is called before every invocation. */
export interface FunctionClock {
  now(): Instant;
  refresh(): Promise<void>;
}

/** The runtime's clock; where a test moves time, plus the offset it has set. */
export function functionClock(
  runtime: Runtime<'dynamodb'>,
  { CLOCK_OFFSET, JOURNEYS_TABLE }: { CLOCK_OFFSET?: 'journeys-table' | undefined; JOURNEYS_TABLE: string },
): FunctionClock {
  if (CLOCK_OFFSET === undefined) return { now: runtime.now, refresh: async () => {} };
  return offsetClock(runtime.clients.dynamodb, JOURNEYS_TABLE, runtime.now);
}
