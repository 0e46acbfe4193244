import { dynamoEffects } from '../adapters/dynamo-effects.ts';
import { cloudWatchMetrics, type Metrics } from '../adapters/metrics.ts';
import { jitterFrom } from '../adapters/transact.ts';
import { sweepOrder } from '../domain/payloads.ts';
import { functionClock } from '../middleware/function-clock.ts';
import { cloudwatchClient, coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { taskHandler } from '../middleware/task-handler.ts';
import { sweepEnvironment } from '../sweep/sweep-environment.ts';
import { type RequeueDeps, requeueUndelivered } from '../sweep/undelivered.ts';

/** Hourly sends once more what was never done; daily sweeps everything, of which that is a part. */
export const create = (runtime: Runtime<'cloudwatch' | 'dynamodb'>) => {
  const env = sweepEnvironment(runtime);
  const clock = functionClock(runtime, env);
  const { cloudwatch, dynamodb } = runtime.clients;
  const metrics = cloudWatchMetrics(cloudwatch, env.METRIC_NAMESPACE);
  const access = { client: dynamodb, table: env.JOURNEYS_TABLE };
  const deps = { effects: dynamoEffects(access, jitterFrom(runtime.randomBytes)), now: clock.now };
  return taskHandler(clock, sweepOrder(), async ({ work }) => {
    if (work === 'requeue') return { schemaVersion: 1, ...(await requeueOnly(deps, metrics)) };
    // Once a day, and as large as all the rest.
    const { sweepAll } = await import('../sweep/sweep-all.ts');
    return { schemaVersion: 1, ...(await sweepAll({ runtime, env, metrics, ...deps })) };
  });
};

async function requeueOnly(
  deps: RequeueDeps,
  metrics: Metrics,
): Promise<{ readonly undelivered: number; readonly failed: number }> {
  const { done, failed } = await requeueUndelivered(deps);
  await metrics.put([
    { name: 'Undelivered', value: done + failed },
    { name: 'SweepFailed', value: failed },
  ]);
  return { undelivered: done + failed, failed };
}

export const handler = coldStart(create, { cloudwatch: cloudwatchClient, dynamodb: dynamodbClient });
