import { Fault } from '../domain/faults.ts';
import { type Command, changeJourney } from '../domain/journey/change-journey.ts';
import type { Alongside, JourneyStore } from '../domain/ports.ts';
import type { EhrDeps } from './ehr-deps.ts';

/** Trying again would not help: what is written alongside was written by somebody else. */
class WrittenMeanwhile extends Error {}

/**
 * Changes a journey and writes items of other stores in the same transaction. `conflict` when `isLost` says that it was
 * not the journey that moved on, but what is written alongside.
 */
export async function changeAlongside<T>(
  deps: EhrDeps,
  journeyId: string,
  { items, isLost }: { readonly items: readonly Alongside[]; readonly isLost: () => Promise<boolean> },
  command: Command<T>,
): Promise<T | 'conflict'> {
  const store: JourneyStore = {
    ...deps.store,
    commit: async (commit) => {
      const result = await deps.store.commit({ ...commit, alongside: items });
      if (result === 'conflict' && (await isLost())) throw new WrittenMeanwhile();
      return result;
    },
  };
  try {
    const outcome = await changeJourney({ ...deps, store }, journeyId, command);
    if (outcome.ok) return outcome.value;
    throw new Fault(`Journey ${journeyId}: the order leads to it, but ${outcome.refusal.message}`);
  } catch (error) {
    if (error instanceof WrittenMeanwhile) return 'conflict';
    throw error;
  }
}
