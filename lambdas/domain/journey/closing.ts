import { containersToAccount } from './containers.ts';
import type { JourneyState } from './state.ts';

interface Asked {
  readonly state: JourneyState;
}

/** A course that went to its end has nothing booked any more. */
export const standDownNotNeeded = ({ state }: Asked): string | undefined =>
  state.closing === undefined || state.closing.outcome === 'completed' ? 'nothing-is-booked' : undefined;

export const accountingNotNeeded = ({ state }: Asked): string | undefined =>
  containersToAccount(state).length === 0 ? 'every-container-accounted' : undefined;

/** While visits go on only containers are accounted for; the record is reviewed at its end. */
export const reviewNotNeeded = ({ state }: Asked): string | undefined =>
  state.closing === undefined ? 'follow-up-goes-on' : undefined;

/** True when something was booked, collected or made for this course, so that ending it leaves work to do. */
export const leavesSomething = (state: JourneyState): boolean =>
  Object.values(state.steps).some(
    ({ step, decision }) =>
      (step === 'Place the order' && decision?.decision === 'ordered') ||
      (step === 'Book the slots' && decision?.decision === 'booked') ||
      (step === 'Check certificate' && decision?.decision === 'certified'),
  );
