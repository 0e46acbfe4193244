import { parentPort } from 'node:worker_threads';
import { shareLogs } from '../../lambdas/adapters/journey-cache.ts';
import { deriveOnce } from '../../lambdas/adapters/pin-hash.ts';
import type { StackTemplate } from '../template/template-set.ts';
import type { Arrival } from './arrivals.ts';
import type { Sums } from './figures.ts';
import { playBatch } from './play-batch.ts';

/** What a thread is asked to play. */
export interface BatchOrder {
  readonly batch: readonly Arrival[];
  readonly seed: number;
  readonly templates: readonly StackTemplate[];
}

/** What it tells: that a journey ended, then the sums of the batch, or why there are none. */
export type BatchNews = { readonly ended: true } | { readonly sums: Sums } | { readonly failed: string };

const tell = (news: BatchNews): void => parentPort?.postMessage(news);

shareLogs();
deriveOnce();
parentPort?.on('message', ({ batch, ...options }: BatchOrder) => {
  playBatch(batch, { ...options, onEnded: () => tell({ ended: true }) }).then(
    (figures) => tell({ sums: figures.sums }),
    (error: unknown) => tell({ failed: error instanceof Error ? `${error.stack}` : String(error) }),
  );
});
