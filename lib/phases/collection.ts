import type { Construct } from 'constructs';
import { collection } from '../../lambdas/domain/phases/collection.ts';
import { type PhaseMachineContext, phaseMachine } from './phase-machine.ts';

export const collectionMachine = (scope: Construct, context: PhaseMachineContext) =>
  phaseMachine(scope, collection, context);
