import type { StepName } from '../vocabulary.ts';
import { type Decision, type JourneyState, stepsNamed } from './state.ts';

/** The decisions of this kind in any round, oldest first. */
export const decisionsOf = (state: JourneyState, step: StepName, kind: string): readonly Decision[] =>
  stepsNamed(state, step)
    .flatMap(({ decision }) => (decision?.decision === kind ? [decision] : []))
    .toSorted((one, other) => one.seq - other.seq);

/** Every collection of this course, oldest first. */
export const collections = (state: JourneyState): readonly Decision[] =>
  decisionsOf(state, 'Record apheresis', 'collected');
