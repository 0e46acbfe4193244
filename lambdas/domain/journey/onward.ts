import { unreachable } from '../faults.ts';
import type { JourneyOutcome, PhaseName } from '../vocabulary.ts';
import { lostBy } from './lost.ts';
import { wasInfused } from './product.ts';
import { type JourneyState, latestDecision, type PhaseRecord } from './state.ts';

/** Where the end of a phase leads: into other phases, to the end of the journey, to the follow-up plan, or nowhere. */
export type Onward =
  | { readonly enter: readonly PhaseName[]; readonly back?: true }
  | { readonly end: JourneyOutcome }
  | 'last-visit?'
  | 'closed'
  | 'nowhere';

const enter = (...phases: readonly PhaseName[]): Onward => ({ enter: phases });
/** The course begins again further up; what was beside it is about a product that is no longer used. */
const backTo = (phase: PhaseName): Onward => ({ enter: [phase], back: true });

/** The one place that knows the order of phases. */
export function onward(state: JourneyState, { phase, outcome }: Pick<PhaseRecord, 'phase' | 'outcome'>): Onward {
  switch (outcome) {
    case 'ordered':
      return enter(afterOrder(state));
    case 'reorder':
      return enter('Order');
    case 'rebook':
      return enter('Collection');
    case 'recollect':
      return backTo(afterOrder(state));
    case 'collected':
      return enter('Manufacturing');
    case 'remake':
      return backTo('Manufacturing');
    case 'certified':
      return enter('Receipt');
    case 'accepted':
      return enter('Treatment');
    case 'deferred':
    case 'go-lapsed':
      return enter(phase);
    case 'again':
      // Once the infusion began there is nothing left for a flag to hold.
      return phase === 'FlagReview' && wasInfused(state) ? 'nowhere' : enter(phase);
    case 'needs-capa':
      return enter('Capa');
    case 'recondition':
      return enter('Treatment', 'Conditioning');
    case 'rejected':
    case 'stopped':
    case 'died':
      return { end: outcome };
    case 'treated':
    case 'attended':
    case 'missed':
    case 'lost':
      return 'last-visit?';
    case 'settled':
      if (phase === 'FollowUpVisit') return 'last-visit?';
      return phase === 'LifelongWatch' ? { end: endOfFollowUp(state) } : 'nowhere';
    case 'accounted':
      return 'closed';
    case 'conditioned':
    case 'cancelled':
    case 'superseded':
    case undefined:
      return 'nowhere';
    default:
      return unreachable(outcome, 'outcome of a phase');
  }
}

/** The plan of visits ran to its end; somebody knows how the patient is, or nobody does. */
export const endOfFollowUp = (state: JourneyState): JourneyOutcome =>
  lostBy(state) === undefined ? 'completed' : 'lost-to-follow-up';

/** A product made without the patient's cells needs no collection. */
function afterOrder(state: JourneyState): PhaseName {
  const material = latestDecision(state, 'Confirm eligibility')?.evidence.startingMaterial;
  return material === 'none' ? 'Manufacturing' : 'Collection';
}
