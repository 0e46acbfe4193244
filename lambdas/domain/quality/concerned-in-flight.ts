import type { ConcernedInFlight } from '../events/site-data.ts';
import type { JourneyState } from '../journey/state.ts';
import { type Concern, journeysConcerned } from '../registers/journeys-concerned.ts';
import type { StepName } from '../vocabulary.ts';
import { changeOf } from './change-as-signed.ts';

/** Who decides at these knows which journeys go on with what the change replaces. */
const LISTED_AT: readonly StepName[] = ['Assess the change', 'Approve the change', 'Confirm the approval'];

/** Enough for somebody to read; of more their number says that they are. */
const MOST = 100;

export const listsJourneys = (state: JourneyState, step: StepName): boolean =>
  state.qualityCase?.kind === 'change-control' && LISTED_AT.includes(step);

/** Of these journeys those that go on with another version than the change makes. */
export function concernedInFlight(
  state: JourneyState,
  journeys: readonly JourneyState[],
): ConcernedInFlight | undefined {
  const change = changeOf(state);
  if (change === undefined) return undefined;
  const found = journeysConcerned(change, journeys);
  return {
    count: found.length,
    journeys: found.slice(0, MOST).map(({ journeyId, concerns }) => ({ journeyId, has: concerns.map(textOf) })),
  };
}

const textOf = (one: Concern): string =>
  one.what === 'protocol' ? `${one.id} ${one.pinned}` : `${one.id} ${one.shown} (${one.step})`;
