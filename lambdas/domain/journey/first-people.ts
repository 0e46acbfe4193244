import { actsAs } from '../events/acts-as.ts';
import { steps } from '../steps/index.ts';
import type { StepDefinition } from '../steps/step.ts';
import type { StepName } from '../vocabulary.ts';
import { stepSigned } from './corrected.ts';
import { type Decision, type JourneyState, type StepState, stepKey, type Transcribed } from './state.ts';
import { transcribedFor } from './transcriptions.ts';

interface FirstPerson {
  readonly step: StepName;
  /** User id. */
  readonly by: string;
}

/**
 * Who signed, in the same round, the steps that this one is the second person's part of, in whose place they did, and who entered
 * those from paper; of a comparison, who entered what is compared.
 */
export function firstPeople(state: JourneyState, second: StepState): readonly FirstPerson[] {
  const { phase, round, step } = stepSigned(state, second);
  const transcribed = transcribedFor(state, second);
  // Of a correction also who was second: the two who sign the same thing stay two.
  const seconds = second.phase === 'Correction' ? secondsTo(step) : [];
  return [
    ...[...(steps[step].secondTo ?? []), ...seconds].flatMap((first) =>
      peopleIn(state.steps[stepKey({ phase, round, step: first })]?.decision).map((by) => ({ step: first, by })),
    ),
    ...enteredIn(transcribed).map((by) => ({ step: transcribed?.step ?? step, by })),
  ];
}

/** The steps that are the second person's part of this one. */
const secondsTo = (step: StepName): readonly StepName[] =>
  Object.values<StepDefinition>(steps).flatMap((one) => (one.secondTo?.includes(step) === true ? [one.step] : []));

/** Who entered a record from paper, and in whose place, where it was their own act. */
function enteredIn(transcribed: Transcribed | undefined): readonly string[] {
  if (transcribed === undefined) return [];
  const { by, enteredBy } = transcribed;
  return by.kind === 'person' && by.id === enteredBy ? actsAs(by) : [enteredBy];
}

const peopleIn = (decision: Decision | undefined): readonly string[] =>
  decision?.by.kind !== 'person'
    ? []
    : [...actsAs(decision.by), ...(decision.enteredBy === undefined ? [] : [decision.enteredBy])];
