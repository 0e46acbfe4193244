import type { PhaseOutcome } from '../../lambdas/domain/vocabulary.ts';
import type { AslStates } from '../asl.ts';

/** The state a phase ends in, named as its outcome: `treated` ends in "Treated". */
export const endName = (outcome: PhaseOutcome): string => `${outcome[0]?.toUpperCase()}${outcome.slice(1)}`;

export const CANCELLED = endName('cancelled');
export const SUPERSEDED = endName('superseded');
export const NOT_UNDERSTOOD = 'Not understood';

/** A phase always ends in Succeed with its outcome as a value; no error name crosses a machine's border. */
export const succeedWith = (outcome: PhaseOutcome): AslStates => ({
  [endName(outcome)]: { Type: 'Succeed', Output: { schemaVersion: 1, outcome } },
});

/** Broken machinery, and the only state that fails: an answer nobody defined. */
export const notUnderstood: AslStates = {
  [NOT_UNDERSTOOD]: {
    Type: 'Fail',
    Comment: 'The run fails, is reported and replaced by a new one from the log.',
    Error: 'NotUnderstood',
    Cause: 'Got an answer that this machine has no route for; expected one of those its choices name.',
  },
};
