import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import { effectiveTime, type JourneyState, latestDecision } from './state.ts';

/** When the patient of a death that two people confirmed was dead at the latest: their day of death was over, or it was confirmed. */
export function diedBy(state: JourneyState): Instant | undefined {
  const confirmed = latestDecision(state, 'Confirm the death');
  if (state.closing?.outcome !== 'died' || confirmed === undefined) return undefined;
  const { zone } = state.site;
  const dayAfter = plus(startOfPrintedDay(String(confirmed.evidence.diedOn), zone), 'P1D', zone);
  const signedAt = effectiveTime(state, confirmed).at;
  return dayAfter < signedAt ? dayAfter : signedAt;
}
