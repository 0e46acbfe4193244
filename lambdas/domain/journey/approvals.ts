import { type Instant, startOfPrintedDay } from '../time.ts';
import { type JourneyState, latestDecision } from './state.ts';

const lapsed = (state: JourneyState, validUntil: unknown, now: Instant): boolean =>
  typeof validUntil === 'string' && startOfPrintedDay(validUntil, state.site.zone) <= now;

/** The eligibility criteria whose results are too old by now. */
export function lapsedCriteria(state: JourneyState, now: Instant): readonly string[] {
  const criteria = latestDecision(state, 'Confirm eligibility')?.evidence.criteria ?? {};
  return Object.entries(criteria as Readonly<Record<string, { readonly validUntil?: unknown }>>).flatMap(
    ([name, { validUntil }]) => (lapsed(state, validUntil, now) ? [name] : []),
  );
}

export const fundingLapsed = (state: JourneyState, now: Instant): boolean =>
  lapsed(state, latestDecision(state, 'Confirm funding')?.evidence.validUntil, now);

/** Everything an order rests on that no longer counts, by name. */
export const lapsedApprovals = (state: JourneyState, now: Instant): readonly string[] => [
  ...lapsedCriteria(state, now),
  ...(fundingLapsed(state, now) ? ['funding'] : []),
];
