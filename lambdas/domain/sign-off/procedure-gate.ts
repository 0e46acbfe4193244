import { type Gate, OPEN } from '../gates/gate.ts';
import { procedureEffective } from '../gates/registers/procedure-effective.ts';
import { outlasts } from '../journey/closing.ts';
import type { StepState } from '../journey/state.ts';
import { steps } from '../steps/index.ts';
import type { DecisionDefinition } from '../steps/step.ts';
import { gatesOf } from './checks.ts';

export type WithProcedure = Pick<StepState, 'step' | 'procedure' | 'openedAt'>;

/** Whether the procedure that stands beside a step is in force; empty where the site has named none. */
export const procedureGates = ({ procedure, openedAt }: Pick<StepState, 'procedure' | 'openedAt'>): readonly Gate[] =>
  procedure === undefined ? [] : [procedureEffective(procedure, openedAt)];

/**
 * Of what is only recorded: work by a procedure that was withdrawn, or that a newer version had replaced, is recorded and is a deviation. What is
 * merely not known of it is none, nor is anything that answers for what was done before.
 */
export const procedureFollowed = (step: WithProcedure): readonly Gate[] =>
  outlasts(steps[step.step].phase)
    ? []
    : procedureGates(step).map((gate) => ({
        ...gate,
        judge: (context) => {
          const verdict = gate.judge(context);
          return verdict.status === 'closed' ? verdict : OPEN;
        },
      }));

/** What of a decision is asked of the procedure beside its step, or looked at after it was done; what stops asks nothing. */
export const procedureGatesOf = (step: WithProcedure, { kind }: DecisionDefinition): readonly Gate[] =>
  kind === 'authorise' ? procedureGates(step) : kind === 'record' ? procedureFollowed(step) : [];

/** All gates of a decision of a step: those of the decision and, of what authorises, that of the procedure beside it. */
export const gatesAsked = (step: WithProcedure, definition: DecisionDefinition): readonly Gate[] =>
  definition.kind === 'authorise' ? [...gatesOf(definition), ...procedureGates(step)] : gatesOf(definition);
