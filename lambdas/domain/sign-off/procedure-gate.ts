import type { Gate } from '../gates/gate.ts';
import { procedureEffective } from '../gates/registers/procedure-effective.ts';
import type { StepState } from '../journey/state.ts';
import type { DecisionDefinition } from '../steps/step.ts';
import { gatesOf } from './checks.ts';

export type WithProcedure = Pick<StepState, 'step' | 'procedure' | 'openedAt'>;

/** Whether the procedure that stands beside a step is in force; empty where the site has named none. */
export const procedureGates = ({ procedure, openedAt }: Pick<StepState, 'procedure' | 'openedAt'>): readonly Gate[] =>
  procedure === undefined ? [] : [procedureEffective(procedure, openedAt)];

/** All gates of a decision of a step: those of the decision and, of what authorises, that of the procedure beside it. */
export const gatesAsked = (step: WithProcedure, definition: DecisionDefinition): readonly Gate[] =>
  definition.kind === 'authorise' ? [...gatesOf(definition), ...procedureGates(step)] : gatesOf(definition);
