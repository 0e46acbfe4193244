import type { Construct } from 'constructs';
import { order } from '../../lambdas/domain/phases/order.ts';
import { type PhaseMachineContext, phaseMachine } from './phase-machine.ts';

export const orderMachine = (scope: Construct, context: PhaseMachineContext) => phaseMachine(scope, order, context);
