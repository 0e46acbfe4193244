import { lastOpen, nextOpen, workingTimeOf } from '../calendar/working-time.ts';
import { type PlannedVisit, plannedVisit } from '../clocks/follow-up.ts';
import { dayZero } from '../journey/product.ts';
import { effectiveTime, type JourneyState, stepKey } from '../journey/state.ts';
import { visits } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, latest, plus, startOfPrintedDay } from '../time.ts';
import { type PlanItem, planItem } from './plan-item.ts';

/** How far ahead visits are shown; the next one always is. */
const AHEAD = 'P1Y';

/** Visits that are over, the next one, and those planned within a year after the newest of them. Empty before day 0. */
export function visitItems(state: JourneyState, protocol: Protocol): readonly PlanItem[] {
  const zero = dayZero(state);
  if (zero === undefined) return [];
  const places = visits(protocol).map(({ name }, index) => ({ name, round: index + 1, at: doneAt(state, index + 1) }));
  const done = places.flatMap(({ name, round, at }) =>
    at === undefined ? [] : [planItem('visit', round, { from: at, basis: 'done', visit: { name } })],
  );
  const horizon = plus(done.map(({ from }) => from).reduce(latest, zero), AHEAD, state.site.zone);
  const ahead: PlanItem[] = [];
  // Ends within the horizon: this is asked with every commit, and a plan can be of fifteen years.
  for (const { round } of places.filter(({ at }) => at === undefined)) {
    const visit = plannedVisit(state, protocol, round);
    if (visit === undefined || (ahead.length > 0 && visit.plannedAt > horizon)) break;
    ahead.push(comingVisit(state, visit));
  }
  return [...done, ...ahead];
}

/** On an open day inside its window: the next one after the day counted from day 0, else the last one before it. */
function comingVisit(state: JourneyState, { name, round, plannedAt, opensAt, dueAt }: PlannedVisit): PlanItem {
  const site = workingTimeOf(state);
  const isInWindow = (at: Instant): boolean => at >= opensAt && at <= dueAt;
  const next = nextOpen(plannedAt, site);
  const last = isInWindow(next) ? next : lastOpen(plannedAt, site);
  const from = isInWindow(last) ? last : plannedAt;
  const closed = from === plannedAt ? {} : { closedOn: plannedAt };
  return planItem('visit', round, { from, basis: 'derived', visit: { name, window: { opensAt, dueAt } }, ...closed });
}

/** When a visit was held or was recorded as missed; undefined while it is still to come. */
function doneAt(state: JourneyState, round: number): Instant | undefined {
  const decision = state.steps[stepKey({ phase: 'FollowUpVisit', round, step: 'Record follow-up visit' })]?.decision;
  if (decision === undefined) {
    const record = state.phases.find(({ phase, round: one }) => phase === 'FollowUpVisit' && one === round);
    return record?.endedAt;
  }
  const { visitedOn } = decision.evidence;
  return typeof visitedOn === 'string'
    ? startOfPrintedDay(visitedOn, state.site.zone)
    : effectiveTime(state, decision).at;
}
