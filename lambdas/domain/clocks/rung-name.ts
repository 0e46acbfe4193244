import { steps } from '../steps/index.ts';
import type { RungDefinition } from '../steps/step.ts';
import type { StepName } from '../vocabulary.ts';

/** What a step says about a rung; undefined of one that its deadline counts (`weekly-3`) and of an escalation. */
export const definitionOf = (step: StepName, name: string): RungDefinition | undefined =>
  steps[step].ladder.find(({ rung, at }) => rung === name || ('each' in at && isOccasion(rung, name)));

/** `in-use-ends-10-1-2` is one of `in-use-ends`, and none of `in-use`. */
const isOccasion = (rung: string, name: string): boolean =>
  /^(-\d+)+$/.test(name.slice(rung.length)) && name.startsWith(rung);

/** True of a rung of a physical limit, which stands for itself; false of one of the deadline. */
export const isLimit = (step: StepName, name: string): boolean => {
  const at = definitionOf(step, name)?.at;
  return at !== undefined && ('instant' in at || 'each' in at);
};

/** True where it says how near a limit is: the limit itself is told in its own rung. */
export const isWarning = (step: StepName, name: string): boolean => {
  const at = definitionOf(step, name)?.at;
  return at !== undefined && ('before' in at || ('warns' in at && at.warns === true));
};
