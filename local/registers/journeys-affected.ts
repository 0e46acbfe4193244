import { openJourneys } from '../../lambdas/domain/journey/open-journeys.ts';
import type { JourneyStore } from '../../lambdas/domain/ports.ts';
import type { ChangeControl } from '../../lambdas/domain/registers/change-control.ts';
import { type ConcernedJourney, journeysConcerned } from '../../lambdas/domain/registers/journeys-concerned.ts';

/** Open journeys of a site, found by the worklist index, that go on with another version than a change makes. */
export async function journeysAffected(
  store: Pick<JourneyStore, 'list' | 'load'>,
  site: string,
  change: Pick<ChangeControl, 'changes'>,
): Promise<readonly ConcernedJourney[]> {
  const listed = await openJourneys({ store }, site);
  const stored = await Promise.all(listed.map(({ journeyId }) => store.load(journeyId)));
  return journeysConcerned(
    change,
    stored.flatMap((one) => one?.state ?? []),
  );
}
