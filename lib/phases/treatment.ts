import type { Construct } from 'constructs';
import { treatment } from '../../lambdas/domain/phases/treatment.ts';
import { type PhaseMachineContext, phaseMachine } from './phase-machine.ts';

export const treatmentMachine = (scope: Construct, context: PhaseMachineContext) =>
  phaseMachine(scope, treatment, context);
