import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { JourneyFunction } from './journey-function.ts';
import { pin } from './pin.ts';

/** One pattern has 2 048 bytes, and an ARN takes some 100 of them. */
const MOST_MACHINES = 15;

/**
 * Tells `journey-due` of every execution that ended without its own consent, so that a new run can take its place: `LostRuns`,
 * `LostRuns2` and so on, as many as the machines need.
 */
export function lostRunsRules(scope: Construct, props: LostRuns): void {
  for (let from = 0; from < props.machines.length; from += MOST_MACHINES) {
    const place = from / MOST_MACHINES;
    const machines = props.machines.slice(from, from + MOST_MACHINES);
    lostRunsRule(scope, place === 0 ? 'LostRuns' : `LostRuns${place + 1}`, { ...props, machines });
  }
}

interface LostRuns {
  readonly machines: readonly IStateMachine[];
  readonly journeyDue: JourneyFunction;
  readonly deadLetters: IQueue;
}

const lostRunsRule = (scope: Construct, id: string, props: LostRuns): Rule =>
  pin(
    new Rule(scope, id, {
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
    id,
  );
