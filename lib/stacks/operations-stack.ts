import { Aws, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { has } from '../emulator-gaps.ts';
import { type AlarmSpec, alarmSpecs } from '../operations/alarms.ts';
import { countLines } from '../operations/counted-lines.ts';
import { dashboard } from '../operations/dashboard.ts';
import type { JourneysStack } from './journeys-stack.ts';
import type { RecordsStack } from './records-stack.ts';

export interface OperationsStackProps extends StackProps {
  readonly config: Config;
  readonly records: RecordsStack;
  readonly journeys: JourneysStack;
}

/** What tells people how it runs: one dashboard, and alarms that lead to a runbook. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { config, records, journeys } = props;
    const topic = alarmTopic(this, records.operationsKey);
    topic.addSubscription(new EmailSubscription(config.alarmMail));
    countLines(this, journeys);
    const alarms = alarmSpecs(journeys)
      .filter(
        ({ metric }) => !(metric instanceof MathExpression) || has('AWS::CloudWatch::Alarm.Metrics', config.stage),
      )
      .map((spec) => alarm(this, config.prefix, spec));
    for (const each of alarms) each.addAlarmAction(new SnsAction(topic));
    dashboard(this, config.prefix, journeys, alarms);
  }
}

/**
 * Where alarms go. `enforceSSL` gives the topic a policy, which takes the place of the one that would have let alarms of
 * this account in; so they are allowed by name.
 */
function alarmTopic(scope: Construct, masterKey: IKey): Topic {
  const topic = new Topic(scope, 'Alarms', { masterKey, enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
}

function alarm(scope: Construct, prefix: string, spec: AlarmSpec): Alarm {
  const threshold = spec.above ?? spec.below;
  if (threshold === undefined) throw new Error(`Alarm ${spec.name}: expected "above" or "below", got neither`);
  return new Alarm(scope, spec.name, {
    alarmName: `${prefix}-${spec.name}`,
    alarmDescription: `${spec.means} Runbook: docs/runbooks/${spec.runbook ?? spec.name}.md`,
    metric: spec.metric,
    threshold,
    comparisonOperator:
      spec.above === undefined ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: spec.periods ?? 1,
    treatMissingData: spec.silenceIsBad === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
}
