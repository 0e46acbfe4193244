import { actsAs } from '../events/acts-as.ts';
import { otherKey } from '../steps/checklists.ts';
import { steps } from '../steps/index.ts';
import type { StepDefinition } from '../steps/step.ts';
import type { StepName } from '../vocabulary.ts';
import { correctedFor, signersAgain, stepSigned } from './corrected.ts';
import { continuationFor, exemptedBy } from './exemptions.ts';
import {
  type ChecklistEntry,
  type Decision,
  type JourneyState,
  type StepState,
  stepKey,
  type Transcribed,
} from './state.ts';
import { transcribedFor } from './transcriptions.ts';

export interface FirstPerson {
  /** The step, or the item of its checklist. */
  readonly signed: string;
  /** User id. */
  readonly by: string;
}

/**
 * Who signed, in the same round, the steps that this one is the second person's part of, in whose place they did, and who entered
 * those from paper; of a comparison, who entered what is compared; of a review, who went on.
 */
export function firstPeople(state: JourneyState, second: StepState): readonly FirstPerson[] {
  const about = stepSigned(state, second);
  const { phase, round, step } = about;
  const transcribed = transcribedFor(state, second);
  const corrected = correctedFor(state, second);
  const continuation = continuationFor(state, second);
  // Of a correction also who was second: the two who sign the same thing stay two.
  const seconds = corrected === undefined ? [] : secondsTo(step);
  return [
    ...[...(steps[step].secondTo ?? []), ...seconds].flatMap((first) =>
      peopleOf(state, state.steps[stepKey({ phase, round, step: first })]?.decision).map((by) => ({
        signed: first,
        by,
      })),
    ),
    ...(corrected === undefined || corrected.of === about.decision?.seq
      ? []
      : whoRecordedOther(state, about, corrected.what)),
    ...(continuation === undefined ? [] : exemptedBy(continuation)).map((by) => ({
      signed: continuation?.class ?? step,
      by,
    })),
    ...enteredIn(transcribed).map((by) => ({ signed: transcribed?.step ?? step, by })),
  ];
}

/** The steps that are the second person's part of this one. */
const secondsTo = (step: StepName): readonly StepName[] =>
  Object.values<StepDefinition>(steps).flatMap((one) => (one.secondTo?.includes(step) === true ? [one.step] : []));

/** Who recorded the other of a pair of items for the same container, whichever of the two came first. `key`: of one of them. */
export function whoRecordedOther(
  state: JourneyState,
  { checklist, step }: Pick<StepState, 'checklist' | 'step'>,
  key: string,
): readonly FirstPerson[] {
  const other = otherKey(steps[step].checklist?.items ?? [], key);
  return other === undefined ? [] : peopleOf(state, checklist[other]).map((by) => ({ signed: other, by }));
}

/** Who entered a record from paper, and in whose place, where it was their own act. */
function enteredIn(transcribed: Transcribed | undefined): readonly string[] {
  if (transcribed === undefined) return [];
  const { by, enteredBy } = transcribed;
  return by.kind === 'person' && by.id === enteredBy ? actsAs(by) : [enteredBy];
}

/** Who signed this, in whose place, who entered it from paper, and who signed again what of it was corrected. */
const peopleOf = (state: JourneyState, signed: Decision | ChecklistEntry | undefined): readonly string[] =>
  signed?.by.kind !== 'person'
    ? []
    : [
        ...actsAs(signed.by),
        ...(signed.enteredBy === undefined ? [] : [signed.enteredBy]),
        ...signersAgain(state, signed.seq).flatMap((one) => actsAs(one)),
      ];
