import type { Protocol } from '../protocol/schema.ts';
import type { MaybeFact } from './fact.ts';
import { observationPlan, observationsOutstanding, observedAt, type PlannedObservation } from './observations.ts';
import type { JourneyState, StepState } from './state.ts';

/** Which observation is due next, and those that were passed over by a later one. */
export function observationFacts(state: JourneyState, step: StepState, protocol: Protocol): readonly MaybeFact[] {
  const plan = observationPlan(state, protocol);
  const observed = observedAt(state, step);
  const last = observed.at(-1);
  const nameOf = ({ number }: PlannedObservation): string => `${number} / ${plan.length}`;
  const passedOver = plan.filter(
    ({ after, dueAt }) => last !== undefined && last > dueAt && !observed.some((at) => at > after && at <= dueAt),
  );
  const [next] = observationsOutstanding(state, step, protocol);
  return [
    ...passedOver.map((planned): MaybeFact => ['observationMissed', planned.dueAt, nameOf(planned)]),
    ...(next === undefined ? [] : [['observationDueAt', next.dueAt, nameOf(next)] as const]),
  ];
}
