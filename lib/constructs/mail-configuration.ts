import { Aws } from 'aws-cdk-lib';
import { CfnConfigurationSetEventDestination, ConfigurationSet, ConfigurationSetTlsPolicy } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { pin } from './pin.ts';

/** Dimension of the SES metrics, whose value is the name of the configuration set. */
export const MAIL_DIMENSION = 'ses:configuration-set';

const NOT_DELIVERED = ['BOUNCE', 'COMPLAINT', 'REJECT'] as const;

/**
 * Mail only over TLS and without tracking: a tracked link is rewritten, opened by others, and kept by them. What was not
 * delivered is counted and reported, because "sent" is not "received".
 */
export function mailConfiguration(scope: Construct, prefix: string): ConfigurationSet {
  const mail = pin(
    new ConfigurationSet(scope, 'Mail', {
      configurationSetName: `${prefix}-mail`,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    }),
    'Mail',
  );
  // SES reports to the default bus only.
  const busArn = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`;
  new CfnConfigurationSetEventDestination(scope, 'MailReturned', {
    configurationSetName: mail.configurationSetName,
    eventDestination: {
      name: 'returned',
      enabled: true,
      matchingEventTypes: [...NOT_DELIVERED],
      eventBridgeDestination: { eventBusArn: busArn },
    },
  });
  new CfnConfigurationSetEventDestination(scope, 'MailNotDelivered', {
    configurationSetName: mail.configurationSetName,
    eventDestination: {
      name: 'not-delivered',
      enabled: true,
      matchingEventTypes: [...NOT_DELIVERED],
      cloudWatchDestination: {
        dimensionConfigurations: [
          { dimensionName: MAIL_DIMENSION, dimensionValueSource: 'messageTag', defaultDimensionValue: 'none' },
        ],
      },
    },
  });
  return mail;
}
