import { Fault } from '../domain/faults.ts';
import { whereItStands } from '../domain/journey/where-it-stands.ts';
import { standingQuestion } from '../domain/payloads.ts';
import { commonEnvironment, environment } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { taskHandler } from '../middleware/task-handler.ts';

/** The first question of every run, and the next after every phase: where does this journey stand? */
export const create = (runtime: Runtime<'dynamodb'>) => {
  const deps = journeyDeps(runtime, environment(runtime, commonEnvironment));
  return taskHandler(deps.clock, standingQuestion(), async ({ journeyId, run }) => {
    const stored = await deps.store.load(journeyId);
    if (stored === undefined) throw new Fault(`Journey ${journeyId}: a run was started for it, but it has no log`);
    return whereItStands(stored.state, run);
  });
};

export const handler = coldStart(create, { dynamodb: dynamodbClient });
