import { decisionIn, type JourneyState } from '../journey/state.ts';
import { isUndecided, mattersOf } from './matter.ts';
import { isAboutThisProduct } from './this-product.ts';

/** Containers that quality assurance holds until it has decided on a deviation. */
export const containersContained = (state: JourneyState): readonly string[] =>
  mattersOf(state)
    .filter(isUndecided)
    .flatMap(({ rounds }) =>
      rounds.flatMap((record) => decisionIn(state, record, 'Triage the deviation')?.evidence.containersHeld ?? []),
    )
    .map(String);

/** The material was found unfit by the decision on a deviation. */
export const refusedAfterDeviation = (state: JourneyState): boolean =>
  mattersOf(state).some(
    ({ first, rounds }) =>
      isAboutThisProduct(state, first) &&
      decisionIn(state, rounds.at(-1), 'Decide on the deviation')?.evidence.materialAfterDeviation ===
        'must-not-be-used',
  );
