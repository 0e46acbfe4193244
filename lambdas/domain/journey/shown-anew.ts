import type { UnsealedEvent } from '../events/journey-event.ts';
import { correctedFor } from './corrected.ts';
import { withCorrectedEvidence } from './corrected-evidence.ts';
import type { JourneyState } from './state.ts';

/**
 * What open steps show may rest on what was reported or corrected, so each must be shown anew before it is signed; and so
 * must the one it was reported from, though it be decided: the same words later are another report.
 */
export const shownAnew = (state: JourneyState, version: number, from?: string): JourneyState['steps'] =>
  Object.fromEntries(
    Object.entries(state.steps).map(([key, step]) => [
      key,
      step.status === 'open' || key === from ? { ...step, version } : step,
    ]),
  );

/** What waited for this signature counts from now on. */
export function countsNow(state: JourneyState, { seq, data }: UnsealedEvent<'step.decided'>): JourneyState {
  const { counts, of, path, to } = correctedFor(state, data) ?? {};
  if (counts === undefined || of === undefined || path === undefined || to === undefined) return state;
  return { ...state, steps: withCorrectedEvidence(shownAnew(state, seq), of, { path, to }) };
}
