import { observationDaysInForce } from '../protocol/in-force.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Occasion } from '../steps/step.ts';
import { type Instant, plus } from '../time.ts';
import { entriesOf } from './administration.ts';
import { dayZero } from './product.ts';
import { policyOf } from './site-policy.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';

/** An observation that is not made within this time after it was due was missed (site default). */
const MISSED_AFTER = 'PT4H';

/** One observation the label asks for: made after the one before was due, and by its own due time. */
export interface PlannedObservation {
  /** Its place in the plan, from 1. */
  readonly number: number;
  readonly after: Instant;
  readonly dueAt: Instant;
}

/** The observations from day 0 on, at its local time of day. Empty while nothing was given, or where no label says when. */
export function observationPlan(state: JourneyState, protocol: Protocol): readonly PlannedObservation[] {
  const zero = dayZero(state);
  if (zero === undefined) return [];
  const days = observationDaysInForce(protocol, policyOf(state).jurisdiction);
  const dues = days.map((day) => plus(zero, `P${day}D`, state.site.zone));
  return dues.map((dueAt, index) => ({ number: index + 1, after: dues[index - 1] ?? zero, dueAt }));
}

export const observedAt = (state: JourneyState, step: StepState): readonly Instant[] =>
  entriesOf(step, 'observation')
    .map((entry) => effectiveTime(state, entry).at)
    .toSorted();

/** Those nobody has made: one that is made late stands for all that were due by then. */
export function observationsOutstanding(
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
): readonly PlannedObservation[] {
  const last = observedAt(state, step).at(-1);
  return observationPlan(state, protocol).filter(({ after }) => last === undefined || last <= after);
}

const occasion = ({ number }: PlannedObservation, at: Instant): Occasion => ({
  of: String(number),
  at,
  series: 'observation',
});

export const observationsDue = (state: JourneyState, step: StepState, protocol: Protocol): readonly Occasion[] =>
  observationsOutstanding(state, step, protocol).map((planned) => occasion(planned, planned.dueAt));

export const observationsMissed = (state: JourneyState, step: StepState, protocol: Protocol): readonly Occasion[] =>
  observationsOutstanding(state, step, protocol).map((planned) =>
    occasion(planned, plus(planned.dueAt, MISSED_AFTER, state.site.zone)),
  );
