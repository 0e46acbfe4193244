import { dayZero } from '../journey/product.ts';
import { type JourneyState, type StepState, stepKey } from '../journey/state.ts';
import { visits } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, minus, plus } from '../time.ts';

/** One visit of the plan. `round` is its place in the plan, from 1. */
export interface PlannedVisit {
  readonly name: string;
  readonly round: number;
  /** Day 0 plus the interval of the visit; the window lies around it. */
  readonly plannedAt: Instant;
  readonly opensAt: Instant;
  readonly dueAt: Instant;
}

/**
 * The follow-up plan (C21), counted from day 0 on the site's calendar; each visit is opened at the start of its window and
 * due at its end. Empty while nothing was given. Recomputed whenever day 0 is corrected.
 */
export const visitPlan = (state: JourneyState, protocol: Protocol): readonly PlannedVisit[] =>
  visits(protocol).flatMap((_, index) => plannedVisit(state, protocol, index + 1) ?? []);

/** One visit of the plan by its place, from 1; undefined while nothing was given, and beyond the plan. */
export function plannedVisit(state: JourneyState, protocol: Protocol, round: number): PlannedVisit | undefined {
  const zero = dayZero(state);
  const visit = visits(protocol)[round - 1];
  if (zero === undefined || visit === undefined) return undefined;
  const target = plus(zero, visit.after.value, state.site.zone);
  return {
    name: visit.name,
    round,
    plannedAt: target,
    opensAt: minus(target, visit.windowBefore.value, state.site.zone),
    dueAt: plus(target, visit.windowAfter.value, state.site.zone),
  };
}

/** When the report of this visit is due: counted from the visit itself. */
export function reportDue(state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined {
  const visit = visits(protocol)[step.round - 1];
  const held = state.steps[stepKey({ phase: step.phase, round: step.round, step: 'Record follow-up visit' })]?.decision;
  return visit === undefined || held === undefined
    ? undefined
    : plus(held.recordedAt, visit.reportDue.value, state.site.zone);
}

/** The end of the window of the visit this step belongs to. */
export const visitDue = (state: JourneyState, step: StepState, protocol: Protocol): Instant | undefined =>
  plannedVisit(state, protocol, step.round)?.dueAt;
