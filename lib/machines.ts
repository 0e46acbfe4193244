import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { flows } from '../lambdas/domain/phases/index.ts';
import { PHASES, type PhaseName } from '../lambdas/domain/vocabulary.ts';
import type { JourneyFunction } from './constructs/journey-function.ts';
import { patientJourneyMachine } from './phases/patient-journey.ts';
import { phaseMachine } from './phases/phase-machine.ts';

export interface Machines {
  readonly patientJourney: StateMachine;
  readonly phases: Readonly<Record<PhaseName, StateMachine>>;
  readonly all: readonly StateMachine[];
}

/** The state machines, directly under their stack and never to be moved: one for each phase, and the hub of the course. */
export function machines(
  scope: Construct,
  context: {
    readonly openStep: JourneyFunction;
    readonly whereItStands: JourneyFunction;
    readonly logGroup: ILogGroup;
  },
): Machines {
  const phases = Object.fromEntries(
    PHASES.map((phase) => [phase, phaseMachine(scope, flows[phase], context)]),
  ) as Record<PhaseName, StateMachine>;
  const patientJourney = patientJourneyMachine(scope, { ...context, phases });
  return { patientJourney, phases, all: [patientJourney, ...Object.values(phases)] };
}
