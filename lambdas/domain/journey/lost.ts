import type { Decision, JourneyState } from './state.ts';

/**
 * The decision by which the patient could no longer be reached; undefined once a visit was attended again. It closes
 * nothing (E29): the plan goes on, and whoever finds the patient again records it at the next visit.
 */
export function lostBy(state: JourneyState): Decision | undefined {
  const seen = Object.values(state.steps).flatMap(({ step, decision }) =>
    step === 'Record follow-up visit' && (decision?.decision === 'attended' || decision?.decision === 'lost')
      ? [decision]
      : [],
  );
  const newest = seen.toSorted((one, other) => one.seq - other.seq).at(-1);
  return newest?.decision === 'lost' ? newest : undefined;
}
