import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import { executionEnded, parseExecutionName } from '../domain/journey/execution-ended.ts';
import { settle } from '../domain/journey/settle.ts';
import { ok } from '../domain/outcome.ts';
import { effectDueNotice, executionEndedNotice, journeyDueNotice } from '../domain/payloads.ts';
import { commonEnvironment, environment } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { log } from '../middleware/log.ts';
import { coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { taskHandler } from '../middleware/task-handler.ts';

/**
 * A journey's next due instant has come, or one of its executions broke: does all that is due and plans the next. Or a mail
 * that waited for its reader is due.
 */
export const create = (runtime: Runtime<'dynamodb'>) => {
  const deps = journeyDeps(runtime, environment(runtime, commonEnvironment));
  return taskHandler(
    deps.clock,
    z.union([journeyDueNotice(), effectDueNotice(), executionEndedNotice()]),
    async (input) => {
      if ('effect' in input) {
        const pending = await deps.store.pendingEffect(input.owner, input.effect);
        if (pending !== undefined) await deps.store.requeue(pending, deps.now());
        return { schemaVersion: 1, requeued: pending !== undefined };
      }
      const execution = 'execution' in input ? parseExecutionName(input.execution) : undefined;
      const journeyId = 'journeyId' in input ? input.journeyId : execution?.journeyId;
      if (journeyId === undefined) throw new Fault('Execution name: expected <journeyId>-<phase>-<round>-<run>');
      const outcome = await changeJourney(deps, journeyId, (scribe) => {
        const replaced =
          'status' in input && execution !== undefined ? executionEnded(scribe, execution, input.status) : 'not-needed';
        settle(scribe);
        // The schedule that woke us is gone after firing; when nothing was due (it fired early) it must be written again.
        return ok({
          value: replaced,
          effects: scribe.events.length === 0 ? [{ kind: 'schedule' as const }] : [],
          // No restart today: the run's tokens are dead, and without them the sweep sees that nothing waits.
          ...(replaced === 'too-often' ? { bindings: () => ({}) } : {}),
        });
      });
      if (!outcome.ok) throw new Fault(`Journey ${journeyId}: ${outcome.refusal.message}`);
      if (outcome.value === 'too-often') log('error', 'run replaced too often', { journeyId });
      return { schemaVersion: 1, journeyId, run: outcome.value };
    },
  );
};

export const handler = coldStart(create, { dynamodb: dynamodbClient });
