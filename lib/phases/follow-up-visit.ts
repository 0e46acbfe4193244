import type { Construct } from 'constructs';
import { followUpVisit } from '../../lambdas/domain/phases/follow-up-visit.ts';
import { type PhaseMachineContext, phaseMachine } from './phase-machine.ts';

export const followUpVisitMachine = (scope: Construct, context: PhaseMachineContext) =>
  phaseMachine(scope, followUpVisit, context);
