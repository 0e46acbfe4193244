import type { JourneyEvent } from '../events/journey-event.ts';
import type { Effect } from '../journey/effects.ts';

/** What of a change was signed becomes a version of its entry in the register. */
export const changeEffects = (event: JourneyEvent): readonly Effect[] =>
  event.type === 'step.decided' && event.data.phase === 'ChangeControl' ? [{ kind: 'keep', seq: event.seq }] : [];
