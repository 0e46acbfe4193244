import { dynamoJourneyStore } from '../adapters/dynamo-journey-store.ts';
import { protocols } from '../adapters/protocols.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import { type FunctionClock, functionClock } from './function-clock.ts';
import type { Runtime } from './runtime.ts';

interface CommonEnvironment {
  readonly RELEASE_VERSION: string;
  readonly RELEASE_COMMIT: string;
  readonly JOURNEYS_TABLE: string;
  readonly CLOCK_OFFSET?: 'journeys-table' | undefined;
}

/** What every function that touches a journey works with. */
export function journeyDeps(
  runtime: Runtime<'dynamodb'>,
  env: CommonEnvironment,
): JourneyDeps & { readonly clock: FunctionClock } {
  const clock = functionClock(runtime, env);
  return {
    store: dynamoJourneyStore({
      client: runtime.clients.dynamodb,
      table: env.JOURNEYS_TABLE,
      randomBytes: runtime.randomBytes,
    }),
    protocols,
    release: { version: env.RELEASE_VERSION, commit: env.RELEASE_COMMIT },
    now: clock.now,
    clock,
  };
}
