import { type Decision, type JourneyState, stepsNamed } from './state.ts';

/**
 * The decision by which the patient could no longer be reached; undefined once a visit was attended again. It closes
 * nothing (E29): the plan goes on, and whoever finds the patient again records it at the next visit.
 */
export function lostBy(state: JourneyState): Decision | undefined {
  const seen = stepsNamed(state, 'Record follow-up visit').flatMap(({ decision }) =>
    decision?.decision === 'attended' || decision?.decision === 'lost' ? [decision] : [],
  );
  const newest = seen.toSorted((one, other) => one.seq - other.seq).at(-1);
  return newest?.decision === 'lost' ? newest : undefined;
}
