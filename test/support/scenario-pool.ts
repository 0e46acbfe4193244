import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StagedScenario, WorkerAnswer } from './scenario-worker.ts';

/**
 * Plays scenarios, each on a stage of its own, in as many threads as there are cores. Gives a promise for each name at
 * once; `end` stops the threads.
 */
export function playInThreads(names: readonly string[]): {
  readonly staged: ReadonlyMap<string, Promise<StagedScenario>>;
  end(): Promise<void>;
} {
  const waiting = [...names];
  const settled = new Map(names.map((name) => [name, Promise.withResolvers<StagedScenario>()]));
  // Each is awaited by a test of its own, some long after it failed.
  for (const { promise } of settled.values()) promise.catch(() => undefined);
  const workers = Array.from({ length: Math.min(availableParallelism(), names.length) }, () => {
    const worker = new Worker(new URL('./scenario-worker.ts', import.meta.url));
    void work(worker);
    return worker;
  });

  async function work(worker: Worker): Promise<void> {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const settle = settled.get(name);
      try {
        worker.postMessage(name);
        const [answer] = (await once(worker, 'message')) as [WorkerAnswer];
        if ('failed' in answer) settle?.reject(new Error(answer.failed));
        else settle?.resolve(answer.staged);
      } catch (error) {
        settle?.reject(error);
      }
    }
  }

  return {
    staged: new Map([...settled].map(([name, { promise }]) => [name, promise])),
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
