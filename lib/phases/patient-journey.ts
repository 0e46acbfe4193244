import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { COURSE_PHASES, type CoursePhase } from '../../lambdas/domain/vocabulary.ts';
import type { JourneyFunction } from '../constructs/journey-function.ts';
import { journeyMachine } from '../constructs/journey-machine.ts';
import { allow } from '../functions/access.ts';
import { courseDefinition } from './course-definition.ts';

export interface PatientJourneyContext {
  readonly whereItStands: JourneyFunction;
  readonly phases: Readonly<Record<CoursePhase, StateMachine>>;
  readonly logGroup: ILogGroup;
}

/** The hub that runs the phases. It may ask where the journey stands, and start, watch and stop its phases. */
export function patientJourneyMachine(scope: Construct, context: PatientJourneyContext): StateMachine {
  const stack = Stack.of(scope);
  const arnOf = (phase: CoursePhase): string => context.phases[phase].stateMachineArn;
  const executionsOf = (phase: CoursePhase): string =>
    stack.formatArn({
      service: 'states',
      resource: 'execution',
      // Sibling of the machine's ARN: the name is its last part.
      resourceName: `${context.phases[phase].stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  const whereItStandsArn = context.whereItStands.fn.functionArn;
  return journeyMachine(scope, 'PatientJourney', {
    definition: courseDefinition({
      whereItStandsArn,
      phaseArns: {
        Order: arnOf('Order'),
        Collection: arnOf('Collection'),
        Manufacturing: arnOf('Manufacturing'),
        Receipt: arnOf('Receipt'),
        Treatment: arnOf('Treatment'),
      },
    }),
    access: [
      allow('AskWhereItStands', ['lambda:InvokeFunction'], [whereItStandsArn]),
      allow('StartPhases', ['states:StartExecution'], COURSE_PHASES.map(arnOf)),
      allow('WatchPhases', ['states:DescribeExecution', 'states:StopExecution'], COURSE_PHASES.map(executionsOf)),
      // The rule by which Step Functions itself hears that a phase ended (startExecution.sync).
      allow(
        'HearOfPhases',
        ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
        [
          stack.formatArn({
            service: 'events',
            resource: 'rule',
            resourceName: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
          }),
        ],
      ),
    ],
    logGroup: context.logGroup,
  });
}
