import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { PhaseFlow } from '../../lambdas/domain/phases/flow.ts';
import type { JourneyFunction } from '../constructs/journey-function.ts';
import { journeyMachine } from '../constructs/journey-machine.ts';
import { allow } from '../functions/access.ts';
import { phaseDefinition } from './phase-definition.ts';

export interface PhaseMachineContext {
  readonly openStep: JourneyFunction;
  readonly logGroup: ILogGroup;
}

/** The state machine of a phase, named as the phase. It may open steps and nothing else. */
export function phaseMachine(
  scope: Construct,
  flow: PhaseFlow,
  { openStep, logGroup }: PhaseMachineContext,
): StateMachine {
  const arn = openStep.fn.functionArn;
  return journeyMachine(scope, flow.phase, {
    definition: phaseDefinition(flow, arn),
    access: [allow('OpenSteps', ['lambda:InvokeFunction'], [arn])],
    logGroup,
  });
}
