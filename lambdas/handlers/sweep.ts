import * as z from 'zod';
import { cloudWatchMetrics } from '../adapters/metrics.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import { findingOf, repair } from '../domain/journey/sweep.ts';
import { ok } from '../domain/outcome.ts';
import { minus } from '../domain/time.ts';
import { commonEnvironment, environment } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { log } from '../middleware/log.ts';
import { coldStart, type Runtime } from '../middleware/runtime.ts';
import { sweepMetrics } from '../middleware/sweep-metrics.ts';
import { taskHandler } from '../middleware/task-handler.ts';

const PAGE = 100;
/** An effect this old was not done by the stream, or its record was given up. */
const UNDELIVERED_AFTER = 'PT5M';

/**
 * Daily: proves that every open journey has a waiting step or a next due instant, restarts what is stuck, sends effects
 * that were never done once more, and counts all of it for the dashboard.
 */
export const create = (runtime: Runtime) => {
  const env = environment(runtime, { ...commonEnvironment, METRIC_NAMESPACE: z.string().min(1) });
  const deps = journeyDeps(runtime, env);
  const cloudwatch = cloudWatchMetrics(runtime.clients.cloudwatch, env.METRIC_NAMESPACE);

  async function attend(journey: JourneySummary): Promise<boolean> {
    const finding = findingOf(journey, deps.now());
    if (finding === 'well') return false;
    const outcome = await changeJourney(deps, journey.journeyId, (scribe, stored) =>
      ok({ value: repair(scribe, stored.bindings), effects: [{ kind: 'schedule' }] }),
    );
    const restarted = outcome.ok && outcome.value;
    log(restarted ? 'error' : 'warn', 'journey repaired by the sweep', {
      journeyId: journey.journeyId,
      finding,
      restarted,
    });
    return restarted;
  }

  async function requeueUndelivered(): Promise<number> {
    const pending = await deps.store.pending({ before: minus(deps.now(), UNDELIVERED_AFTER, 'UTC'), limit: PAGE });
    for (const effect of pending) await deps.store.requeue(effect, deps.now());
    return pending.length;
  }

  /** Attends to every open journey; gives their summaries and how many were stuck. */
  async function attendToAll(): Promise<{ open: readonly JourneySummary[]; stuck: number }> {
    const open: JourneySummary[] = [];
    let stuck = 0;
    let from: string | undefined;
    do {
      const page = await deps.store.list({ open: true, limit: PAGE, ...(from === undefined ? {} : { from }) });
      open.push(...page.journeys);
      for (const journey of page.journeys) if (await attend(journey)) stuck += 1;
      from = page.next;
    } while (from !== undefined);
    return { open, stuck };
  }

  return taskHandler(deps.clock, z.unknown(), async () => {
    const [{ open, stuck }, undelivered] = await Promise.all([attendToAll(), requeueUndelivered()]);
    await cloudwatch.put(sweepMetrics(open, { now: deps.now(), stuck, undelivered }));
    return { schemaVersion: 1, open: open.length, stuck, undelivered };
  });
};

export const handler = coldStart(create);
