import { describe, expect, test } from 'vitest';
import { deployment, synthesise } from './synthesised.ts';

const ISSUER = 'https://login.hospital.example';
const { journeys, records } = synthesise(deployment({ oidc: { issuer: ISSUER, clientId: 'atmp' } }));

test('without a provider there is no function, no table and no secret of it', () => {
  const without = synthesise(deployment());
  expect(JSON.stringify([without.journeys.toJSON(), without.records.toJSON()])).not.toMatch(/oidc|PendingLogins/i);
});

test('the function is told its provider, and keeps the secret where others are kept', () => {
  const { SignWithOidc, SignOff, Worklist } = journeys.findResources('AWS::Lambda::Function');
  expect(Object.keys(SignWithOidc?.Properties.Environment.Variables).toSorted()).toEqual([
    'IDENTITIES_TABLE',
    'JOURNEYS_TABLE',
    'LOGINS_TABLE',
    'OIDC_CLIENT_ID',
    'OIDC_ISSUER',
    'OIDC_SECRET_ARN',
    'OIDC_SUBJECT_CLAIM',
    'PUBLIC_URL',
    'RELEASE_COMMIT',
    'RELEASE_VERSION',
    'SITES',
  ]);
  for (const page of [SignOff, Worklist])
    expect(page?.Properties.Environment.Variables).toMatchObject({ OIDC_OFFERED: 'yes' });
  expect(records.findResources('AWS::SecretsManager::Secret')).toHaveProperty('OidcClientSecret');
});

describe('log-ins that were begun', () => {
  test('are forgotten by a table of their own; those of records have no TTL', () => {
    const { PendingLogins } = journeys.findResources('AWS::DynamoDB::Table');
    expect(PendingLogins).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: {
        TimeToLiveSpecification: { AttributeName: 'forgetAt', Enabled: true },
        SSESpecification: { SSEType: 'KMS' },
      },
    });
    for (const { Properties } of Object.values(records.findResources('AWS::DynamoDB::Table')))
      expect(Properties).not.toHaveProperty('TimeToLiveSpecification');
  });

  test('are reached by their function alone, which may delete nothing and set no PIN', () => {
    const policies = Object.values(journeys.findResources('AWS::IAM::Policy'));
    const reaching = policies.filter(({ Properties }) =>
      JSON.stringify(Properties.PolicyDocument).includes('PendingLogins'),
    );
    expect(reaching).toHaveLength(1);
    const text = JSON.stringify(reaching[0]);
    expect(text).not.toMatch(/DeleteItem|GenerateMac|Scan/);
  });
});

test.each([
  ['an address without TLS', { issuer: 'http://login.hospital.example', clientId: 'atmp' }, /expected https/],
  [
    'a claim that is given to others',
    { issuer: ISSUER, clientId: 'atmp', subjectClaim: 'email' },
    /names one person for ever/,
  ],
])('refuses %s', (_, oidc, why) => {
  expect(() => deployment({ oidc })).toThrow(why);
});
