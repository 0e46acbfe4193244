import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, ProjectionType, StreamViewType, type Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { generatedSecret } from '../constructs/generated-secret.ts';
import { allowOperations, retainedKey, retainedMacKey } from '../constructs/key.ts';
import { mirrorsBucket } from '../constructs/mirrors-bucket.ts';
import { outputs } from '../constructs/outputs.ts';
import { accessLogBucket, retainedBucket } from '../constructs/retained-bucket.ts';
import { retainedTable } from '../constructs/retained-table.ts';

/** Directive 2004/23/EC and Regulation 1394/2007: traceability is kept for 30 years. */
const TRACEABILITY = Duration.days(30 * 366);

/** What must outlive every deployment: tables, keys, secrets, buckets. Everything is retained and has a pinned logical id. */
export class RecordsStack extends Stack {
  readonly recordsKey: Key;
  readonly identitiesKey: Key;
  readonly operationsKey: Key;
  /** Without it the PINs in the register can be neither used nor guessed. */
  readonly pinKey: Key;
  /** Pseudonymous: events, heads, effects, links, receipts. */
  readonly journeys: Table;
  /** Who the patients and staff are, and the raw messages; under its own key, without a stream. */
  readonly identities: Table;
  readonly failedRecords: Bucket;
  readonly auditRoots: Bucket;
  /** Files that were attached to steps: they name patients. */
  readonly attachments: Bucket;
  /** Exports of other systems, which are masters of registers. */
  readonly mirrors: Bucket;
  readonly referralKey: Secret;
  readonly identityKey: Secret;
  readonly webhookSecret: Secret;
  /** Of the client at the hospital's OpenID Connect provider, where there is one. */
  readonly oidcSecret: Secret | undefined;

  constructor(scope: Construct, id: string, props: StackProps & { readonly config: Config }) {
    super(scope, id, props);
    const { stage } = props.config;
    const kept = stage === 'production' || stage === 'staging';

    this.recordsKey = retainedKey(this, 'RecordsKey', 'ATMP Journey: pseudonymous records');
    this.identitiesKey = retainedKey(this, 'IdentitiesKey', 'ATMP Journey: identities of patients and staff');
    this.operationsKey = allowOperations(retainedKey(this, 'OperationsKey', 'ATMP Journey: logs and alarms'));

    this.pinKey = retainedMacKey(this, 'PinKey', 'ATMP Journey: PINs of staff');

    this.journeys = retainedTable(this, 'Journeys', {
      key: this.recordsKey,
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: kept,
    });
    this.journeys.addGlobalSecondaryIndex({
      indexName: 'worklist',
      partitionKey: { name: 'wpk', type: AttributeType.STRING },
      sortKey: { name: 'wsk', type: AttributeType.STRING },
      // The line of the list alone: bindings hold task tokens, which no list needs.
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['summary'],
    });
    this.journeys.addGlobalSecondaryIndex({
      indexName: 'pending',
      partitionKey: { name: 'ppk', type: AttributeType.STRING },
      sortKey: { name: 'psk', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    this.identities = retainedTable(this, 'Identities', { key: this.identitiesKey, deletionProtection: kept });

    const accessLogs = accessLogBucket(this);
    this.failedRecords = retainedBucket(this, 'FailedRecords', { key: this.recordsKey, accessLogs });
    this.auditRoots = retainedBucket(this, 'AuditRoots', {
      key: this.recordsKey,
      accessLogs,
      objectLockEnabled: true,
      // Compliance mode cannot be shortened by anyone, which is wanted only where the roots are evidence.
      objectLockDefaultRetention:
        stage === 'production'
          ? ObjectLockRetention.compliance(TRACEABILITY)
          : ObjectLockRetention.governance(Duration.days(1)),
    });

    this.attachments = retainedBucket(this, 'Attachments', {
      key: this.identitiesKey,
      accessLogs,
      objectLockEnabled: true,
      // Governance: a file of another patient, attached by mistake, must not have to stay for 30 years.
      objectLockDefaultRetention: ObjectLockRetention.governance(
        stage === 'production' ? TRACEABILITY : Duration.days(1),
      ),
    });

    this.mirrors = mirrorsBucket(this, { key: this.identitiesKey, accessLogs });
    this.referralKey = generatedSecret(this, 'ReferralKey', {
      description: 'Signs the nonces of referral forms',
      length: 64,
      key: this.recordsKey,
    });
    this.identityKey = generatedSecret(this, 'IdentityKey', {
      description: 'Keyed hash by which an identity is found',
      length: 64,
      key: this.identitiesKey,
    });
    this.webhookSecret = generatedSecret(this, 'WebhookSecret', {
      description: 'Standard Webhooks secret of the EHR, used as whsec_<value>',
      length: 44,
      key: this.recordsKey,
    });
    this.oidcSecret =
      props.config.oidc === undefined
        ? undefined
        : generatedSecret(this, 'OidcClientSecret', {
            description: 'Client secret at the OpenID Connect provider; put in what the provider gave',
            length: 44,
            key: this.recordsKey,
          });
    outputs(this, {
      JourneysTable: this.journeys.tableName,
      IdentitiesTable: this.identities.tableName,
      WebhookSecretArn: this.webhookSecret.secretArn,
      IdentityKeyArn: this.identityKey.secretArn,
      PinKeyArn: this.pinKey.keyArn,
      AttachmentsBucket: this.attachments.bucketName,
      MirrorsBucket: this.mirrors.bucketName,
      ...(this.oidcSecret === undefined ? {} : { OidcSecretArn: this.oidcSecret.secretArn }),
    });
  }
}
