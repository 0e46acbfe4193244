import type { JourneyState } from '../journey/state.ts';
import type { StepName } from '../vocabulary.ts';

/** Who decides at these knows which journeys go on with what the change replaces. */
const LISTED_AT: readonly StepName[] = ['Assess the change', 'Approve the change', 'Confirm the approval'];

export const listsJourneys = (state: JourneyState, step: StepName): boolean =>
  state.qualityCase?.kind === 'change-control' && LISTED_AT.includes(step);
