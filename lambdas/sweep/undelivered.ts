import type { JourneyStore } from '../domain/ports.ts';
import { type Instant, minus } from '../domain/time.ts';
import { describe, log } from '../middleware/log.ts';
import { emptyTally, guarded, type Tally } from './guarded.ts';

const PAGE = 100;
/** An effect this old was not done by the stream, or its record was given up. */
const UNDELIVERED_AFTER = 'PT5M';

export interface RequeueDeps {
  readonly effects: Pick<JourneyStore, 'pending' | 'requeue'>;
  now(): Instant;
}

/** Sends once more whatever was not done for too long, page by page; what is requeued sorts behind that, so this ends. */
export async function requeueUndelivered({ effects, now }: RequeueDeps): Promise<Tally> {
  const before = minus(now(), UNDELIVERED_AFTER, 'UTC');
  const tally = emptyTally();
  for (;;) {
    let unreadable = 0;
    const pending = await effects.pending({
      before,
      limit: PAGE,
      unreadable: (fault) => {
        log('error', 'sweep failed', { what: 'effect', ...describe(fault) });
        unreadable += 1;
      },
    });
    const round = emptyTally();
    for (const effect of pending) {
      round[
        await guarded('effect', effect.id, async () => {
          await effects.requeue(effect, now());
          return true;
        })
      ] += 1;
    }
    tally.done += round.done;
    tally.failed += round.failed;
    // Each page begins with the oldest, so what cannot be read is in each and is counted once.
    if (pending.length < PAGE || round.done === 0) return { ...tally, failed: tally.failed + unreadable };
  }
}
