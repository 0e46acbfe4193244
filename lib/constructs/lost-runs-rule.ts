import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { JourneyFunction } from './journey-function.ts';
import { pin } from './pin.ts';

/** Tells `journey-due` of every execution that ended without its own consent, so that a new run can take its place. */
export const lostRunsRule = (
  scope: Construct,
  props: {
    readonly machines: readonly IStateMachine[];
    readonly journeyDue: JourneyFunction;
    readonly deadLetters: IQueue;
  },
): Rule =>
  pin(
    new Rule(scope, 'LostRuns', {
      description: 'Executions of journeys that failed, timed out or were aborted',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: props.machines.map(({ stateMachineArn }) => stateMachineArn),
        },
      },
      targets: [
        new LambdaFunction(props.journeyDue.fn, {
          event: RuleTargetInput.fromObject({
            schemaVersion: 1,
            execution: EventField.fromPath('$.detail.name'),
            status: EventField.fromPath('$.detail.status'),
          }),
          deadLetterQueue: props.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    }),
    'LostRuns',
  );
