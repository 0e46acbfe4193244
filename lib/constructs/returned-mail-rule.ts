import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { JourneyFunction } from './journey-function.ts';
import { pin } from './pin.ts';

/**
 * Tells `mail-bounced` of every mail of ours that did not reach its reader; also of an answer by a machine (out of office),
 * which SES counts as a bounce: nobody read that mail either. Only ids pass on, no address and no header. SES delivers
 * these events as well as it can, without a promise: who does not acknowledge in time is passed over in any case.
 */
export const returnedMailRule = (
  scope: Construct,
  props: {
    readonly mail: ConfigurationSet;
    readonly mailBounced: JourneyFunction;
    readonly deadLetters: IQueue;
  },
): Rule =>
  pin(
    new Rule(scope, 'ReturnedMail', {
      description: 'Mails of journeys that bounced, were complained about or rejected',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
        detail: { mail: { tags: { 'ses:configuration-set': [props.mail.configurationSetName] } } },
      },
      targets: [
        new LambdaFunction(props.mailBounced.fn, {
          event: RuleTargetInput.fromObject({
            schemaVersion: 1,
            what: EventField.detailType,
            messageId: EventField.fromPath('$.detail.mail.messageId'),
            tags: EventField.fromPath('$.detail.mail.tags'),
          }),
          deadLetterQueue: props.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    }),
    'ReturnedMail',
  );
