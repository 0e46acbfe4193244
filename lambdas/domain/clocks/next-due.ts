import { consentsTo } from '../journey/consents.ts';
import { dayZero } from '../journey/product.ts';
import { activePhases, isActive, isCoursePhase, type JourneyState, openSteps } from '../journey/state.ts';
import { visits } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, plus } from '../time.ts';
import { type PlannedVisit, plannedVisit } from './follow-up.ts';
import { type DueRung, rungsToCome } from './rungs.ts';

/** An execution lives at most a year; its run is replaced well before (design 2.4). */
export const RUN_AGE = 'P300D';

export type DueItem =
  | { readonly kind: 'rung'; readonly at: Instant; readonly rung: DueRung }
  | { readonly kind: 'visit'; readonly at: Instant; readonly visit: PlannedVisit }
  | { readonly kind: 'replace-run'; readonly at: Instant }
  /** Deviations that one commit had no room for. */
  | { readonly kind: 'deviations'; readonly at: Instant };

/** Everything that will become due if nobody does anything, earliest first. Of a closed journey only what a correction showed. */
export function dueItems(state: JourneyState, protocol: Protocol): readonly DueItem[] {
  const known = reckoned.get(state);
  if (known?.protocol === protocol) return known.items;
  const items = reckon(state, protocol);
  reckoned.set(state, { protocol, items });
  return items;
}

/** One commit asks several times about one state; a state never changes. */
const reckoned = new WeakMap<JourneyState, { readonly protocol: Protocol; readonly items: readonly DueItem[] }>();

function reckon(state: JourneyState, protocol: Protocol): readonly DueItem[] {
  const found = state.found.slice(0, 1).map(({ at }): DueItem => ({ kind: 'deviations', at }));
  if (state.closed !== undefined) return found;
  const rungs = openSteps(state)
    .flatMap((step) => rungsToCome(state, step, protocol))
    .map((rung): DueItem => ({ kind: 'rung', at: rung.at, rung }));
  return [...found, ...rungs, ...nextVisit(state, protocol), ...runReplacement(state)].sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
}

/** The next instant at which a journey needs attention, or undefined when it waits for nobody and nothing. */
export const nextDue = (state: JourneyState, protocol: Protocol): Instant | undefined =>
  dueItems(state, protocol)[0]?.at;

function nextVisit(state: JourneyState, protocol: Protocol): readonly DueItem[] {
  // Nobody is asked to see a patient whose death was reported, or who may have taken back the consent to it.
  const isUndecided = isActive(state, 'Withdrawal') && !consentsTo(state, 'followUp');
  if (!inFollowUp(state) || isActive(state, 'Death') || isUndecided) return [];
  const entered = new Set(state.phases.filter(({ phase }) => phase === 'FollowUpVisit').map(({ round }) => round));
  const place = visits(protocol).findIndex((_, index) => !entered.has(index + 1));
  const visit = plannedVisit(state, protocol, place + 1);
  return visit === undefined ? [] : [{ kind: 'visit', at: visit.opensAt, visit }];
}

/** Follow-up begins on day 0: the first visits may fall before the discharge. */
export const inFollowUp = (state: JourneyState): boolean =>
  state.closing === undefined && state.closed === undefined && dayZero(state) !== undefined;

function runReplacement(state: JourneyState): readonly DueItem[] {
  const starts = activePhases(state).map(({ phase, enteredAt }) =>
    !isCoursePhase(phase) && enteredAt > state.runStartedAt ? enteredAt : state.runStartedAt,
  );
  return starts.map((start): DueItem => ({ kind: 'replace-run', at: plus(start, RUN_AGE, state.site.zone) }));
}
