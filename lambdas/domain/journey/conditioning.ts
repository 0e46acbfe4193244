import * as z from 'zod';
import { conditioningDays, conditioningRepeat, goValidity } from '../protocol/accessors.ts';
import { windowsInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, instant, minus, plus, startOfDay } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import { movedSince } from './dates.ts';
import { policyOf } from './site-policy.ts';
import type { Window } from './slots.ts';
import {
  type Decision,
  decisionIn,
  effectiveTime,
  type JourneyState,
  latestDecision,
  newestRound,
  reportsOf,
} from './state.ts';

/** A date as prescribed, or as moved since. */
function planned(state: JourneyState, name: 'conditioningFrom' | 'plannedDayZeroAt'): Instant | undefined {
  const prescribed = latestDecision(state, 'Prescribe the product');
  if (prescribed?.decision !== 'prescribed') return undefined;
  const read = instant.safeParse(movedSince(state, prescribed, name) ?? prescribed.evidence[name]);
  return read.success ? read.data : undefined;
}

export const plannedConditioning = (state: JourneyState): Instant | undefined => planned(state, 'conditioningFrom');
export const plannedDayZero = (state: JourneyState): Instant | undefined => planned(state, 'plannedDayZeroAt');

/** A planned date of use to a step: one that had passed before anybody was asked belongs to a plan that is over. */
export const ahead = (asked: Instant, planned: Instant | undefined): Instant | undefined =>
  planned !== undefined && planned > asked ? planned : undefined;

/** The newest round of conditioning, if it ended so that the product may follow. */
export function conditionedAt(state: JourneyState): Instant | undefined {
  const newest = state.phases.findLast(({ phase }) => phase === 'Conditioning');
  return newest?.outcome === 'conditioned' ? newest.endedAt : undefined;
}

/** What was decided in the newest round of conditioning: what an earlier one left out or gave is over. */
const inNewestRound = (state: JourneyState, step: StepName): Decision | undefined =>
  decisionIn(state, newestRound(state, 'Conditioning'), step);

/** True when conditioning was left out under the label's own rule, in its newest round. */
export const wasLeftOut = (state: JourneyState): boolean =>
  inNewestRound(state, 'Give GO for conditioning')?.decision === 'go-without-conditioning';

const ended = z.object({ endedAt: instant });

/** The two-sided window in which the product may be given (C08), by label and indication; undefined before conditioning ended. */
export function conditioningWindow(state: JourneyState, protocol: Protocol): Window | undefined {
  const completed = inNewestRound(state, 'Complete conditioning');
  const read = ended.safeParse(completed?.decision === 'completed' ? completed.evidence : undefined);
  const indication = String(latestDecision(state, 'Confirm eligibility')?.evidence.indication ?? '');
  const windows = windowsInForce(protocol, policyOf(state).jurisdiction, indication);
  if (!read.success) return undefined;
  const { zone } = state.site;
  const { endedAt } = read.data;
  if (windows.length === 0) return fixedDays(protocol, endedAt, zone);
  const counted = windows.flatMap(({ from, min, max }): readonly Window[] => {
    const start = from === 'conditioning-end' ? endedAt : conditioningStart(state);
    return start === undefined ? [] : [{ from: plus(start, min, zone), until: plus(start, max, zone) }];
  });
  // Windows that count from different events all hold: the latest start and the earliest end.
  const from = counted
    .map((window) => window.from)
    .toSorted()
    .at(-1);
  const until = counted.map((window) => window.until).toSorted()[0];
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** When the first dose of the newest conditioning was given. */
export function conditioningStart(state: JourneyState): Instant | undefined {
  const started = inNewestRound(state, 'Start conditioning');
  const begun = started?.decision === 'started' || started?.decision === 'started-without-go';
  return begun ? effectiveTime(state, started).at : undefined;
}

/** A label can name the days before day 0 instead: from the day they lead to, until conditioning would be repeated. */
function fixedDays(protocol: Protocol, endedAt: Instant, zone: string): Window | undefined {
  const days = conditioningDays(protocol);
  const repeat = conditioningRepeat(protocol);
  if (days === undefined || repeat === undefined) return undefined;
  const from = plus(startOfDay(endedAt, zone), `P${Math.min(...days)}D`, zone);
  return { from, until: plus(endedAt, repeat.delayedBy, zone) };
}

/** The last instant of that window, or `lead` before it. */
export function conditioningLatest(state: JourneyState, protocol: Protocol, lead = 'PT0S'): Instant | undefined {
  const until = conditioningWindow(state, protocol)?.until;
  return until === undefined ? undefined : minus(until, lead, state.site.zone);
}

export type GoKind = 'conditioning' | 'thaw';

/** What ends a GO before its time. */
export type Reopening = 'hold' | 'flag' | 'result' | 'date' | 'excursion' | 'mismatch';

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
  const first = latestDecision(state, SIGNED[kind].from);
  if (given === undefined || first === undefined || !GO_DECISIONS.includes(given.decision)) return undefined;
  const from = effectiveTime(state, given).at;
  const endsAt = plus(effectiveTime(state, first).at, validityOf(state, protocol, kind), state.site.zone);
  const reopenedBy = reopeningSince(state, first.seq);
  return reopenedBy === undefined ? { from, endsAt } : { from, endsAt, reopenedBy };
}

/** Protocol or site, whichever is shorter. */
function validityOf(state: JourneyState, protocol: Protocol, kind: GoKind): string {
  const { thawGoMinutes, conditioningGoHours } = policyOf(state);
  const site = kind === 'thaw' ? `PT${thawGoMinutes}M` : `PT${conditioningGoHours}H`;
  const label = goValidity(protocol, kind);
  const start = state.openedAt;
  return label !== undefined && plus(start, label, 'UTC') < plus(start, site, 'UTC') ? label : site;
}

function reopeningSince(state: JourneyState, seq: number): Reopening | undefined {
  const since = (entry: { readonly seq: number }): boolean => entry.seq > seq;
  if (state.holds.some(since)) return 'hold';
  if (reportsOf(state, 'flags-raised').some(since)) return 'flag';
  // Reported, or shown by the documents of a shipment: either way somebody is asked about it.
  if (state.phases.some(({ phase, about = 0 }) => phase === 'Excursion' && about > seq)) return 'excursion';
  if (reportsOf(state, 'identity-mismatch').some(since)) return 'mismatch';
  const results = ['Record the pending tests', 'Reassess the patient'] as const;
  if (results.some((step) => since(latestDecision(state, step) ?? { seq: 0 }))) return 'result';
  const dates = reportsOf(state, 'dates-moved').filter(
    ({ values }) => values.plannedDayZeroAt !== undefined || values.conditioningFrom !== undefined,
  );
  return dates.some(since) ? 'date' : undefined;
}

/** When the GO ends, while it stands: people are told then that it has to be given anew. */
export function goEndsAt(state: JourneyState, protocol: Protocol, kind: GoKind): Instant | undefined {
  const go = goOf(state, protocol, kind);
  return go?.reopenedBy === undefined ? go?.endsAt : undefined;
}
