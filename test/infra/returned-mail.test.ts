import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { synthesise } from './synthesised.ts';

const { journeys } = synthesise();

test('mails that were not delivered are reported to the default bus', () => {
  journeys.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['BOUNCE', 'COMPLAINT', 'REJECT'],
      EventBridgeDestination: { EventBusArn: Match.anyValue() },
    },
  });
});

test('reports of our own mails alone come to the function, as ids: no address and no header', () => {
  const rule = journeys.findResources('AWS::Events::Rule').ReturnedMail?.Properties;
  expect(rule.EventPattern).toMatchObject({
    source: ['aws.ses'],
    'detail-type': ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
    detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: 'Mail' }] } } },
  });
  const [target, ...more] = rule.Targets;
  expect(more).toEqual([]);
  expect(target).toMatchObject({ Arn: { 'Fn::GetAtt': ['MailBounced', 'Arn'] }, DeadLetterConfig: expect.anything() });
  expect(Object.values(target.InputTransformer.InputPathsMap).toSorted()).toEqual([
    '$.detail-type',
    '$.detail.mail.messageId',
    '$.detail.mail.tags',
  ]);
});
