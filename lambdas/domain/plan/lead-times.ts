import { policyOf } from '../journey/site-policy.ts';
import { type JourneyState, latestDecision } from '../journey/state.ts';
import { conditioningDays } from '../protocol/accessors.ts';
import { windowFor } from '../protocol/jurisdiction-accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../time.ts';

/** Lead times of a site that set none; typical of the field, no label gives them (clinical-pathway, S06 and S14). */
const USUAL = { readyToDelivery: 'P2D', deliveryToConditioning: 'P1D' } as const;

/** The usual course of conditioning takes three days (clinical-pathway, S18); a window may count from its end. */
export const CONDITIONING_TAKES = 'P3D';

/** The least time between two dates of the plan, as the site set it. */
export const siteLead = (state: Pick<JourneyState, 'site'>, lead: keyof typeof USUAL): string =>
  policyOf(state).leadTimes?.[lead] ?? USUAL[lead];

/**
 * The least time from the start of conditioning to day 0 (C08), as durations that follow one another; undefined for a product
 * given without conditioning.
 */
export function conditioningLead(state: JourneyState, protocol: Protocol): readonly string[] | undefined {
  if (protocol.conditioning === undefined) return undefined;
  const days = conditioningDays(protocol);
  if (days !== undefined) return [`P${Math.max(...days)}D`];
  const indication = String(latestDecision(state, 'Confirm eligibility')?.evidence.indication ?? '');
  const window = windowFor(protocol, policyOf(state).jurisdiction, indication);
  if (window === undefined) return [CONDITIONING_TAKES];
  return window.from === 'conditioning-end' ? [CONDITIONING_TAKES, window.min] : [window.min];
}

/**
 * The earliest a date can follow another: after the lead time, or after the shorter gap with which a person planned the two.
 * So what was planned closer together stands, until one of the two moves.
 */
export function earliestAfter(before: Instant, lead: Instant, planned?: readonly [Instant, Instant]): Instant {
  if (planned === undefined) return lead;
  const gap = millisecondsBetween(...planned);
  const asPlanned = plusMilliseconds(before, Math.max(gap, 0));
  return asPlanned < lead ? asPlanned : lead;
}
