import type { PhaseOutcome } from '../../lambdas/domain/vocabulary.ts';
import type { AslStates, AslValue } from '../asl.ts';

/** The state a phase ends in, named as its outcome: `treated` ends in "Treated". */
export const endName = (outcome: PhaseOutcome): string => `${outcome[0]?.toUpperCase()}${outcome.slice(1)}`;

export const CANCELLED = endName('cancelled');
export const SUPERSEDED = endName('superseded');
export const NOT_UNDERSTOOD = 'Not understood';

/** A state of this name that ends the machine with the output. A Succeed after it would be one more transition to pay. */
export const tell = (name: string, output: AslValue, comment?: string): AslStates => ({
  [name]: { Type: 'Pass', ...(comment === undefined ? {} : { Comment: comment }), Output: output, End: true },
});

/** A phase always ends with its outcome as a value; no error name crosses a machine's border. */
export const tellOutcome = (outcome: PhaseOutcome): AslStates => tell(endName(outcome), { schemaVersion: 1, outcome });

/** Broken machinery, and the only state that fails: an answer nobody defined. */
export const notUnderstood: AslStates = {
  [NOT_UNDERSTOOD]: {
    Type: 'Fail',
    Comment: 'The run fails, is reported and replaced by a new one from the log.',
    Error: 'NotUnderstood',
    Cause: 'Got an answer that this machine has no route for; expected one of those its choices name.',
  },
};
