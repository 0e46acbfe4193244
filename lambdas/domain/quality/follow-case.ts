import { enter } from '../journey/enter.ts';
import { type Scribe, system } from '../journey/scribe.ts';
import { activePhases, newestRound, type PhaseRecord } from '../journey/state.ts';
import type { JourneyOutcome } from '../vocabulary.ts';

/** Where the end of a phase of a case leads: on about the same matter, or, where nobody is asked any more, to its end. */
export function followCase(scribe: Scribe, { phase, outcome, about }: PhaseRecord): void {
  const more = about === undefined ? {} : { about };
  if (outcome === 'again') enter(scribe, phase, more);
  else if (outcome === 'needs-capa') enter(scribe, 'Capa', more);
  if (activePhases(scribe.state).length > 0 || scribe.state.closed !== undefined) return;
  scribe.write('journey.closed', { outcome: outcomeOf(scribe) }, system('pathway'));
}

/** A change ends as it was decided; what else there is was seen to. */
function outcomeOf({ state }: Scribe): JourneyOutcome {
  const change = newestRound(state, 'ChangeControl')?.outcome;
  return change === 'rejected' || change === 'stopped' ? change : 'completed';
}
