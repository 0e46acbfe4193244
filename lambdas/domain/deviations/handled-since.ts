import type { JourneyState } from '../journey/state.ts';
import type { Instant } from '../time.ts';

/** From when nothing of a deviation or CAPA was open any more, at the earliest `from`; undefined while something is. */
export function handledSince({ phases }: JourneyState, from: Instant): Instant | undefined {
  let since = from;
  for (const { phase, endedAt } of phases) {
    if (phase !== 'Deviation' && phase !== 'Capa') continue;
    if (endedAt === undefined) return undefined;
    if (endedAt > since) since = endedAt;
  }
  return since;
}
