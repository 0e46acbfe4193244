import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { pin } from './pin.ts';

export interface RetainedTableProps {
  readonly key: IKey;
  readonly stream?: StreamViewType;
  readonly deletionProtection: boolean;
}

/** A table of `pk` and `sk`, on demand, recoverable to any second of 35 days, kept when its stack goes. No TTL: records do not expire. */
export const retainedTable = (scope: Construct, logicalId: string, props: RetainedTableProps): Table =>
  pin(
    new Table(scope, logicalId, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.stream === undefined ? {} : { stream: props.stream }),
    }),
    logicalId,
  );
