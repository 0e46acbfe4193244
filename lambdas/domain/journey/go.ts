import { goValidity } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, plus } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import { type Reopening, reopenedBy } from './reopening.ts';
import { policyOf } from './site-policy.ts';
import { effectiveTime, type JourneyState, latestDecision } from './state.ts';

export type GoKind = 'conditioning' | 'thaw';

export interface Go {
  /** When the last signature it takes was given: nothing done before was done under it. */
  readonly from: Instant;
  readonly endsAt: Instant;
  readonly reopenedBy?: Reopening;
}

/** By whose signature a GO counts, and whose time its validity runs from: of two people the first, which is stricter. */
const SIGNED: Readonly<Record<GoKind, { readonly given: StepName; readonly from: StepName }>> = {
  conditioning: { given: 'Give GO for conditioning', from: 'Give GO for conditioning' },
  thaw: { given: 'Confirm GO for thaw', from: 'Give GO for thaw' },
};
const GO_DECISIONS: readonly string[] = ['go', 'go-without-conditioning'];

/** The newest GO of this kind, until when it counts, and what reopened it; undefined when none was given. */
export function goOf(state: JourneyState, protocol: Protocol, kind: GoKind): Go | undefined {
  const given = latestDecision(state, SIGNED[kind].given);
  const first = firstGoOf(state, protocol, kind);
  return given === undefined || first === undefined || !GO_DECISIONS.includes(given.decision)
    ? undefined
    : { ...first, from: effectiveTime(state, given).at };
}

/** The same by its first signature alone, which a second has to confirm while it still counts. */
export function firstGoOf(state: JourneyState, protocol: Protocol, kind: GoKind): Go | undefined {
  const first = latestDecision(state, SIGNED[kind].from);
  if (first === undefined || !GO_DECISIONS.includes(first.decision)) return undefined;
  const from = effectiveTime(state, first).at;
  const reopened = reopenedBy(state, protocol, kind, first.seq);
  return {
    from,
    endsAt: plus(from, validityOf(state, protocol, kind), state.site.zone),
    ...(reopened === undefined ? {} : { reopenedBy: reopened }),
  };
}

/** Protocol or site, whichever is shorter. */
function validityOf(state: JourneyState, protocol: Protocol, kind: GoKind): string {
  const { thawGoMinutes, conditioningGoHours } = policyOf(state);
  const site = kind === 'thaw' ? `PT${thawGoMinutes}M` : `PT${conditioningGoHours}H`;
  const label = goValidity(protocol, kind);
  const start = state.openedAt;
  return label !== undefined && plus(start, label, 'UTC') < plus(start, site, 'UTC') ? label : site;
}

/** When the GO ends, while it stands: people are told then that it has to be given anew. */
export function goEndsAt(state: JourneyState, protocol: Protocol, kind: GoKind): Instant | undefined {
  const go = goOf(state, protocol, kind);
  return go?.reopenedBy === undefined ? go?.endsAt : undefined;
}
