import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { pin } from './pin.ts';

/**
 * What waits for somebody to come back from the OpenID Connect provider: no record, so it forgets. Apart from the tables of
 * records, which have no TTL: one there would let functions delete that may not.
 */
export const loginsTable = (scope: Construct, key: IKey): Table =>
  pin(
    new Table(scope, 'PendingLogins', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      timeToLiveAttribute: 'forgetAt',
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    'PendingLogins',
  );
