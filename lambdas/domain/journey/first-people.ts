import type { Actor } from '../events/envelope.ts';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import { type JourneyState, type StepState, stepKey } from './state.ts';

/** Who signed, in the same round, the steps that this one is the second person's part of. */
export const firstPeople = (
  state: JourneyState,
  { phase, round, step }: StepState,
): readonly { readonly step: StepName; readonly by: Actor }[] =>
  (steps[step].secondTo ?? []).flatMap((first) => {
    const by = state.steps[stepKey({ phase, round, step: first })]?.decision?.by;
    return by === undefined ? [] : [{ step: first, by }];
  });
