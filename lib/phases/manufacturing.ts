import type { Construct } from 'constructs';
import { manufacturing } from '../../lambdas/domain/phases/manufacturing.ts';
import { type PhaseMachineContext, phaseMachine } from './phase-machine.ts';

export const manufacturingMachine = (scope: Construct, context: PhaseMachineContext) =>
  phaseMachine(scope, manufacturing, context);
