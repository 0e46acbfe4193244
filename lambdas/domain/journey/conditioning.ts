import * as z from 'zod';
import { conditioningDays, conditioningOmit, conditioningRepeat } from '../protocol/accessors.ts';
import { windowsInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, instant, instantIn, minus, plus, startOfDay } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import { movedSince } from './dates.ts';
import { policyOf } from './site-policy.ts';
import type { Window } from './slots.ts';
import { type Decision, decisionIn, effectiveTime, type JourneyState, latestDecision, newestRound } from './state.ts';

/** A date as prescribed, or as moved since. */
function planned(state: JourneyState, name: 'conditioningFrom' | 'plannedDayZeroAt'): Instant | undefined {
  const prescribed = latestDecision(state, 'Prescribe the product');
  if (prescribed?.decision !== 'prescribed') return undefined;
  return instantIn(movedSince(state, prescribed, name) ?? prescribed.evidence[name]);
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

const completed = z.object({ endedAt: instant, whiteCells: z.number().optional() });

/** How the newest conditioning ended, where it was given to its end. */
export function completedConditioning(state: JourneyState): z.infer<typeof completed> | undefined {
  const decision = inNewestRound(state, 'Complete conditioning');
  const read = completed.safeParse(decision?.decision === 'completed' ? decision.evidence : undefined);
  return read.success ? read.data : undefined;
}

/** When the first dose of the newest conditioning was given. */
export function conditioningStart(state: JourneyState): Instant | undefined {
  const started = inNewestRound(state, 'Start conditioning');
  const begun = started?.decision === 'started' || started?.decision === 'started-without-go';
  return begun ? effectiveTime(state, started).at : undefined;
}

/**
 * The two-sided window in which the product may be given (C08), by label and indication; undefined before conditioning
 * ended. Where that was left out, as long as the count counts on which it was.
 */
export function conditioningWindow(state: JourneyState, protocol: Protocol): Window | undefined {
  const endedAt = completedConditioning(state)?.endedAt;
  if (endedAt === undefined) return windowOfCount(state, protocol);
  return windowAfter(state, protocol, { startedAt: conditioningStart(state), endedAt });
}

function windowOfCount(state: JourneyState, protocol: Protocol): Window | undefined {
  const go = inNewestRound(state, 'Give GO for conditioning');
  const rule = conditioningOmit(protocol);
  if (go?.decision !== 'go-without-conditioning' || rule === undefined) return undefined;
  const from = instant.parse(go.evidence.measuredAt);
  return { from, until: plus(from, rule.within, state.site.zone) };
}

/** The window after a conditioning with this start and this end, given or planned. */
export function windowAfter(
  state: JourneyState,
  protocol: Protocol,
  { startedAt, endedAt }: { readonly startedAt: Instant | undefined; readonly endedAt: Instant },
): Window | undefined {
  const { zone } = state.site;
  const indication = String(latestDecision(state, 'Confirm eligibility')?.evidence.indication ?? '');
  const windows = windowsInForce(protocol, policyOf(state).jurisdiction, indication);
  if (windows.length === 0) return fixedDays(protocol, endedAt, zone);
  const counted = windows.flatMap(({ from, min, max }): readonly Window[] => {
    const start = from === 'conditioning-end' ? endedAt : startedAt;
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
