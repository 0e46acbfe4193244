import type { Gate } from '../gates/gate.ts';
import { procedureEffective } from '../gates/registers/procedure-effective.ts';
import type { StepState } from '../journey/state.ts';

/** Whether the procedure that stands beside a step is in force; empty where the site has named none. */
export const procedureGates = ({ procedure, openedAt }: Pick<StepState, 'procedure' | 'openedAt'>): readonly Gate[] =>
  procedure === undefined ? [] : [procedureEffective(procedure, openedAt)];
