import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { pin } from './pin.ts';

/** A key of our own: rotated yearly and kept when its stack goes, because without it the records cannot be read. */
export const retainedKey = (scope: Construct, logicalId: string, description: string): Key =>
  pin(
    new Key(scope, logicalId, { description, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN }),
    logicalId,
  );

/** A key that makes MACs and never leaves KMS. The service rotates no such key by itself: a new one would make every PIN anew. */
export const retainedMacKey = (scope: Construct, logicalId: string, description: string): Key =>
  pin(
    new Key(scope, logicalId, {
      description,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: RemovalPolicy.RETAIN,
    }),
    logicalId,
  );

/** Lets the log groups of this account and region be encrypted with the key, and alarms be sent to a topic under it. */
export function allowOperations(key: Key): Key {
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LogGroupsOfThisAccount',
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
        },
      },
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return key;
}
