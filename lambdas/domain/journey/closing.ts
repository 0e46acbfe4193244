import type { PhaseName } from '../vocabulary.ts';
import { containersToAccount } from './containers.ts';
import { donationsToAccount } from './donation-accounts.ts';
import { isActive, type JourneyState } from './state.ts';

interface Asked {
  readonly state: JourneyState;
}

/** A course that went to its end has nothing booked any more. */
export const standDownNotNeeded = ({ state }: Asked): string | undefined =>
  state.closing === undefined || state.closing.outcome === 'completed' ? 'nothing-is-booked' : undefined;

/** True while a container that was certified, or a donation of which none was, is not accounted for. */
export const isUnaccounted = (state: JourneyState): boolean =>
  containersToAccount(state).length > 0 || donationsToAccount(state).length > 0;

export const accountingNotNeeded = ({ state }: Asked): string | undefined =>
  isUnaccounted(state) ? undefined : 'every-container-accounted';

/** While visits go on only what was not used is accounted for; the record is reviewed at its end. */
export const reviewNotNeeded = ({ state }: Asked): string | undefined =>
  state.closing === undefined ? 'follow-up-goes-on' : undefined;

/** What somebody still has to answer for, however the course ended: it is closed after them. */
const ANSWERED_FIRST: readonly PhaseName[] = ['Transcription', 'Correction', 'ContinuationReview', 'Deviation', 'Capa'];

/** What goes on when the course has ended: putting it in order, and what is answered for first. */
export const outlasts = (phase: PhaseName): boolean => phase === 'Closure' || ANSWERED_FIRST.includes(phase);

/** True when something was booked, collected or made for this course, or somebody still has to answer for something, so that ending it leaves work to do. */
export const leavesSomething = (state: JourneyState): boolean =>
  ANSWERED_FIRST.some((phase) => isActive(state, phase)) ||
  Object.values(state.steps).some(
    ({ step, decision }) =>
      (step === 'Place the order' && decision?.decision === 'ordered') ||
      (step === 'Book the slots' && decision?.decision === 'booked') ||
      (step === 'Check certificate' && decision?.decision === 'certified'),
  );
