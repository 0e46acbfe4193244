import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { hospitalProcedures } from '../hospital/hospital-procedures.ts';
import { synthTemplates } from '../template/synth.ts';
import { type Arrival, arrivalsOf, batchesOf, type Plan } from './arrivals.ts';
import type { BatchNews, BatchOrder } from './batch-worker.ts';
import { Figures, type Sums } from './figures.ts';

export interface SimulateOptions extends Plan {
  /** Threads at most; as many as there are cores unless given. They change how long it takes, and nothing else. */
  readonly threads?: number;
  /** Told how many journeys have ended. */
  onProgress?(ended: number): void;
}

/** Plays all journeys of a plan, batch by batch in threads; gives the sums over all of them. */
export async function simulate(options: SimulateOptions): Promise<Sums> {
  const { seed, threads = availableParallelism() } = options;
  const waiting = [...batchesOf(arrivalsOf(options))];
  const templates = await synthTemplates({ procedures: hospitalProcedures() });
  const all = new Figures();
  let ended = 0;
  const onEnded = (): void => {
    ended += 1;
    options.onProgress?.(ended);
  };

  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./batch-worker.ts', import.meta.url), {
      stdout: true,
      stderr: true,
      // Most of what a request leaves behind is dead when it is answered; with more room less of it is kept by mistake.
      // And a batch is forgotten when it ends: a thread that fills the rest keeps what it should not, and is to fail, not to grow.
      resourceLimits: { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 384 },
    });
    // What functions write to their logs is nobody's output here; what matters of it is in the figures.
    worker.stdout.resume();
    worker.stderr.resume();
    try {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
        all.add(await played(worker, { batch, seed, templates }, onEnded));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, waiting.length) }, work));
  return all.sums;
}

function played(worker: Worker, order: BatchOrder, onEnded: () => void): Promise<Sums> {
  const { promise, resolve, reject } = Promise.withResolvers<Sums>();
  const hear = (news: BatchNews): void => {
    if ('ended' in news) onEnded();
    else if ('sums' in news) resolve(news.sums);
    else reject(new Error(`Journeys ${numbersOf(order.batch)}: ${news.failed}`));
  };
  worker.on('message', hear);
  worker.once('error', reject);
  worker.postMessage(order);
  return promise.finally(() => {
    worker.off('message', hear);
    worker.off('error', reject);
  });
}

const numbersOf = (batch: readonly Arrival[]): string => `${batch[0]?.index} to ${batch.at(-1)?.index}`;
