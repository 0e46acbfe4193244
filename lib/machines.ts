import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { PhaseName } from '../lambdas/domain/vocabulary.ts';
import type { JourneyFunction } from './constructs/journey-function.ts';
import { collectionMachine } from './phases/collection.ts';
import { followUpVisitMachine } from './phases/follow-up-visit.ts';
import { manufacturingMachine } from './phases/manufacturing.ts';
import { orderMachine } from './phases/order.ts';
import { patientJourneyMachine } from './phases/patient-journey.ts';
import { receiptMachine } from './phases/receipt.ts';
import { treatmentMachine } from './phases/treatment.ts';

export interface Machines {
  readonly patientJourney: StateMachine;
  readonly phases: Readonly<Record<PhaseName, StateMachine>>;
  /** All seven. */
  readonly all: readonly StateMachine[];
}

/** The state machines, directly under their stack and never to be moved. */
export function machines(
  scope: Construct,
  context: {
    readonly openStep: JourneyFunction;
    readonly whereItStands: JourneyFunction;
    readonly logGroup: ILogGroup;
  },
): Machines {
  const phases = {
    Order: orderMachine(scope, context),
    Collection: collectionMachine(scope, context),
    Manufacturing: manufacturingMachine(scope, context),
    Receipt: receiptMachine(scope, context),
    Treatment: treatmentMachine(scope, context),
    FollowUpVisit: followUpVisitMachine(scope, context),
  };
  const patientJourney = patientJourneyMachine(scope, { ...context, phases });
  return { patientJourney, phases, all: [patientJourney, ...Object.values(phases)] };
}
