import { lastOpen, nextOpen, workingTimeOf } from '../calendar/working-time.ts';
import { type PlannedVisit, visitPlan } from '../clocks/follow-up.ts';
import { dayZero } from '../journey/product.ts';
import { effectiveTime, type JourneyState, stepKey } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, latest, plus, startOfPrintedDay } from '../time.ts';
import { type PlanItem, planItem } from './plan-item.ts';

/** How far ahead visits are shown; the next one always is. */
const AHEAD = 'P1Y';

/** Visits that are over, the next one, and those planned within a year after the newest of them. Empty before day 0. */
export function visitItems(state: JourneyState, protocol: Protocol): readonly PlanItem[] {
  const zero = dayZero(state);
  if (zero === undefined) return [];
  const done: PlanItem[] = [];
  const ahead: PlanItem[] = [];
  for (const visit of visitPlan(state, protocol)) {
    const at = doneAt(state, visit);
    if (at === undefined) ahead.push(comingVisit(state, visit));
    else done.push(planItem('visit', visit.round, { from: at, basis: 'done', visit: shown(visit) }));
  }
  const newest = done.map(({ from }) => from).reduce(latest, zero);
  const horizon = plus(newest, AHEAD, state.site.zone);
  return [...done, ...ahead.filter(({ from }, index) => index === 0 || from <= horizon)];
}

const shown = ({ name, opensAt, dueAt }: PlannedVisit) => ({ name, opensAt, dueAt });

/** On an open day inside its window: the next one after the day counted from day 0, else the last one before it. */
function comingVisit(state: JourneyState, visit: PlannedVisit): PlanItem {
  const site = workingTimeOf(state);
  const { plannedAt, opensAt, dueAt } = visit;
  const candidates = [nextOpen(plannedAt, site), lastOpen(plannedAt, site)];
  const from = candidates.find((at) => at >= opensAt && at <= dueAt) ?? plannedAt;
  const closed = from === plannedAt ? {} : { closedOn: plannedAt };
  return planItem('visit', visit.round, { from, basis: 'derived', visit: shown(visit), ...closed });
}

/** When a visit was held or was recorded as missed; undefined while it is still to come. */
function doneAt(state: JourneyState, { round }: PlannedVisit): Instant | undefined {
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
