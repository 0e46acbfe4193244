import { type Instant, plus } from '../time.ts';
import { type JourneyState, type StepState, stepKey } from './state.ts';

/** Documents that were missing on arrival are asked after within this time (site default). */
const DOCUMENTS_WITHIN = 'PT48H';

/** When documents missing on arrival are asked after; undefined where none are missing. */
export function documentsPendingUntil(state: JourneyState, { phase, round }: StepState): Instant | undefined {
  const quarantined = state.steps[stepKey({ phase, round, step: 'Accept receipt' })]?.decision;
  return quarantined?.evidence.documentsPending === true
    ? plus(quarantined.recordedAt, DOCUMENTS_WITHIN, state.site.zone)
    : undefined;
}
