import { containersToAccount } from './containers.ts';
import { donationsToAccount } from './donation-accounts.ts';
import type { JourneyState } from './state.ts';

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

/** True when something was booked, collected or made for this course, so that ending it leaves work to do. */
export const leavesSomething = (state: JourneyState): boolean =>
  Object.values(state.steps).some(
    ({ step, decision }) =>
      (step === 'Place the order' && decision?.decision === 'ordered') ||
      (step === 'Book the slots' && decision?.decision === 'booked') ||
      (step === 'Check certificate' && decision?.decision === 'certified'),
  );
