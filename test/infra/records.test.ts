import { describe, expect, test } from 'vitest';
import { deployment, MACHINES, synthesise } from './synthesised.ts';

const { records, journeys, all, app } = synthesise();

const PINNED = {
  'AWS::DynamoDB::Table': ['Journeys', 'Identities'],
  'AWS::KMS::Key': ['RecordsKey', 'IdentitiesKey', 'OperationsKey', 'PinKey'],
  'AWS::S3::Bucket': ['AccessLogs', 'FailedRecords', 'AuditRoots', 'Attachments', 'Mirrors'],
  'AWS::SecretsManager::Secret': ['ReferralKey', 'IdentityKey', 'WebhookSecret'],
} as const;

describe('what must outlive every deployment', () => {
  test.each(Object.entries(PINNED))('%s has pinned logical ids and is retained', (type, ids) => {
    const found = records.findResources(type);
    expect(Object.keys(found).toSorted()).toEqual([...ids].toSorted());
    for (const [id, resource] of Object.entries(found)) {
      expect(resource.DeletionPolicy, id).toBe('Retain');
      expect(resource.UpdateReplacePolicy, id).toBe('Retain');
    }
  });

  test('machines have pinned logical ids and are retained, because deleting one ends its executions', () => {
    const found = journeys.findResources('AWS::StepFunctions::StateMachine');
    expect(Object.keys(found).toSorted()).toEqual([...MACHINES].toSorted());
    for (const [id, resource] of Object.entries(found)) expect(resource.DeletionPolicy, id).toBe('Retain');
  });

  test('logs are kept, but not those of a deployment that never came to be, whose names would block the next', () => {
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of Object.entries(
      journeys.findResources('AWS::Logs::LogGroup'),
    ))
      expect({ id, DeletionPolicy, UpdateReplacePolicy }).toEqual({
        id,
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
  });

  test('stacks are protected against termination in production', () => {
    const protectedStacks = app.node.children.map(
      (stack) => (stack as { terminationProtection?: boolean }).terminationProtection,
    );
    expect(protectedStacks).toEqual([true, true, true]);
  });
});

describe('tables', () => {
  test('are on demand, recoverable, protected, under their own key, without TTL', () => {
    for (const [table, key] of [
      ['Journeys', 'RecordsKey'],
      ['Identities', 'IdentitiesKey'],
    ] as const) {
      const { Properties } = records.findResources('AWS::DynamoDB::Table')[table] ?? {};
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': [key, 'Arn'] } },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      });
      expect(Properties).not.toHaveProperty('TimeToLiveSpecification');
    }
  });

  test('only journeys have a stream and indexes', () => {
    const tables = records.findResources('AWS::DynamoDB::Table');
    expect(tables.Journeys?.Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
    expect(
      tables.Journeys?.Properties.GlobalSecondaryIndexes.map((index: { IndexName: string }) => index.IndexName),
    ).toEqual(['worklist', 'pending']);
    const projections = tables.Journeys?.Properties.GlobalSecondaryIndexes.map(
      (index: { Projection: unknown }) => index.Projection,
    );
    // The worklist is read by every list, so the task tokens of open steps stay out of it.
    expect(projections).toEqual([
      { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary'] },
      { ProjectionType: 'ALL' },
    ]);
    expect(tables.Identities?.Properties).not.toHaveProperty('StreamSpecification');
    expect(tables.Identities?.Properties).not.toHaveProperty('GlobalSecondaryIndexes');
  });
});

test('keys rotate, except the one that makes MACs: the service rotates none of that kind', () => {
  for (const [id, { Properties }] of Object.entries(records.findResources('AWS::KMS::Key')))
    if (id === 'PinKey') expect(Properties).toMatchObject({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
    else expect(Properties, id).toMatchObject({ EnableKeyRotation: true });
});

test('audit roots are locked for the 30 years of traceability, in production beyond anyone', () => {
  const lock = (stage: string) =>
    synthesise(deployment({ stage })).records.findResources('AWS::S3::Bucket').AuditRoots?.Properties
      .ObjectLockConfiguration.Rule.DefaultRetention;
  expect(lock('production')).toEqual({ Mode: 'COMPLIANCE', Days: 30 * 366 });
  expect(lock('staging')).toEqual({ Mode: 'GOVERNANCE', Days: 1 });
});

test('attached files are under the key of identities, versioned, closed to the public, and locked for 30 years against all but named people', () => {
  const bucket = (stage: string) =>
    synthesise(deployment({ stage })).records.findResources('AWS::S3::Bucket').Attachments?.Properties;
  expect(bucket('production')).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 * 366 } } },
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: 'aws:kms',
            KMSMasterKeyID: { 'Fn::GetAtt': ['IdentitiesKey', 'Arn'] },
          },
        },
      ],
    },
  });
  expect(bucket('staging').ObjectLockConfiguration.Rule.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Days: 1 });
  const policies = Object.values(records.findResources('AWS::S3::BucketPolicy'));
  const ofFiles = policies.find(({ Properties }) => Properties.Bucket.Ref === 'Attachments');
  expect(ofFiles?.Properties.PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  );
});

test('exports of other systems are under the key of identities, versioned, closed to the public, and told to the default bus', () => {
  expect(records.findResources('AWS::S3::Bucket').Mirrors?.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { KMSMasterKeyID: { 'Fn::GetAtt': ['IdentitiesKey', 'Arn'] } } },
      ],
    },
  });
  const { EventPattern, Targets } = journeys.findResources('AWS::Events::Rule').MirrorPut?.Properties ?? {};
  expect(EventPattern).toMatchObject({
    ...{ source: ['aws.s3'], 'detail-type': ['Object Created'] },
    detail: { object: { key: [{ prefix: 'mirrors/' }] } },
  });
  expect(Targets).toMatchObject([
    { Arn: { 'Fn::GetAtt': ['TakeMirror', 'Arn'] }, DeadLetterConfig: expect.anything() },
  ]);
});

test('the webhook secret is 44 letters and digits, so that whsec_<value> is valid base64', () => {
  records.hasResourceProperties('AWS::SecretsManager::Secret', {
    GenerateSecretString: { PasswordLength: 44, ExcludePunctuation: true },
  });
});

test('no stack comes near the limit of 500 resources', () => {
  for (const template of all) expect(Object.keys(template.toJSON().Resources).length).toBeLessThan(400);
});
