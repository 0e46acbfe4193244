import type { ConcernedInFlight } from '../events/site-data.ts';
import type { JourneyState } from '../journey/state.ts';
import { type Concern, journeysConcerned } from '../registers/journeys-concerned.ts';
import { changeOf } from './change-as-signed.ts';

/** Enough for somebody to read; of more their number says that they are. */
const MOST = 100;

/**
 * Of these journeys those that go on with another version than the change makes.
 *
 * @param unreadable journeys of which nobody can say it
 */
export function concernedInFlight(
  state: JourneyState,
  journeys: readonly JourneyState[],
  unreadable: readonly string[] = [],
): ConcernedInFlight | undefined {
  const change = changeOf(state);
  if (change === undefined) return undefined;
  const found = [
    ...unreadable.map((journeyId) => ({ journeyId, has: ['cannot be read now'] })),
    ...journeysConcerned(change, journeys).map(({ journeyId, concerns }) => ({ journeyId, has: concerns.map(textOf) })),
  ];
  return { count: found.length, journeys: found.slice(0, MOST) };
}

const textOf = (one: Concern): string =>
  one.what === 'protocol' ? `${one.id} ${one.pinned}` : `${one.id} ${one.shown} (${one.step})`;
