import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import { type JourneyState, type StepState, stepKey } from './state.ts';
import { transcribedFor } from './transcriptions.ts';

interface FirstPerson {
  readonly step: StepName;
  /** User id. */
  readonly by: string;
}

/** Who signed, in the same round, the steps that this one is the second person's part of; or entered what is compared here. */
export function firstPeople(state: JourneyState, compared: StepState): readonly FirstPerson[] {
  const { phase, round, step } = compared;
  const transcribed = transcribedFor(state, compared);
  const enteredBy = transcribed?.record.enteredBy;
  const signed = (steps[step].secondTo ?? []).flatMap((first): readonly FirstPerson[] => {
    const by = state.steps[stepKey({ phase, round, step: first })]?.decision?.by;
    return by?.kind === 'person' ? [{ step: first, by: by.id }] : [];
  });
  return transcribed === undefined || enteredBy === undefined
    ? signed
    : [...signed, { step: transcribed.step, by: enteredBy }];
}
