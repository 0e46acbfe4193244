import type { Construct } from 'constructs';
import { receipt } from '../../lambdas/domain/phases/receipt.ts';
import { type PhaseMachineContext, phaseMachine } from './phase-machine.ts';

export const receiptMachine = (scope: Construct, context: PhaseMachineContext) => phaseMachine(scope, receipt, context);
