import { expect, test } from 'vitest';
import { deployment, MACHINES, synthesise } from './synthesised.ts';

const certificateArn = 'arn:aws:acm:eu-central-1:111122223333:certificate/example';
const { journeys } = synthesise();
const resources = journeys.toJSON().Resources;

const pathOf = (resource: { Ref?: string }): string => {
  const { PathPart, ParentId } = resources[resource.Ref ?? '']?.Properties ?? {};
  return PathPart === undefined ? '' : `${pathOf(ParentId)}/${PathPart}`;
};

test('these are all the routes, and /ops asks for an IAM identity', () => {
  const routes = Object.values(journeys.findResources('AWS::ApiGateway::Method')).map(({ Properties }) =>
    [Properties.HttpMethod, pathOf(Properties.ResourceId), Properties.RestApiId.Ref, Properties.AuthorizationType].join(
      ' ',
    ),
  );
  expect(routes.toSorted()).toEqual([
    'GET /addresses/{proof} PeopleApi NONE',
    'GET /assets/{file} PeopleApi NONE',
    'GET /board PeopleApi NONE',
    'GET /enrolments/{ticket} PeopleApi NONE',
    'GET /ops/journeys IntegrationApi AWS_IAM',
    'GET /ops/journeys/{id} IntegrationApi AWS_IAM',
    'GET /ops/journeys/{id}/dossier IntegrationApi AWS_IAM',
    'GET /ops/mails IntegrationApi AWS_IAM',
    'GET /referrals PeopleApi NONE',
    'GET /sign-in PeopleApi NONE',
    'GET /sign-offs/{token} PeopleApi NONE',
    'GET /worklist PeopleApi NONE',
    'GET /worklist/away PeopleApi NONE',
    'GET /worklist/journeys/{id} PeopleApi NONE',
    'GET /worklist/journeys/{id}/attachments/{sha256} PeopleApi NONE',
    'GET /worklist/registers PeopleApi NONE',
    'GET /worklist/registers/{register} PeopleApi NONE',
    'GET /worklist/registers/{register}/{entry} PeopleApi NONE',
    'POST /addresses/{proof} PeopleApi NONE',
    'POST /ehr/fhir IntegrationApi NONE',
    'POST /enrolments/{ticket} PeopleApi NONE',
    'POST /enrolments/{ticket}/options PeopleApi NONE',
    'POST /ops/journeys/{id}/commands IntegrationApi AWS_IAM',
    'POST /referrals PeopleApi NONE',
    'POST /sign-in PeopleApi NONE',
    'POST /sign-offs/{token} PeopleApi NONE',
    'POST /sign-offs/{token}/attachments PeopleApi NONE',
    'POST /sign-offs/{token}/claim PeopleApi NONE',
    'POST /sign-offs/{token}/correction PeopleApi NONE',
    'POST /sign-offs/{token}/intent PeopleApi NONE',
    'POST /sign-offs/{token}/passkey PeopleApi NONE',
    'POST /sign-offs/{token}/session PeopleApi NONE',
    'POST /sign-out PeopleApi NONE',
    'POST /worklist/absences PeopleApi NONE',
    'POST /worklist/absences/end PeopleApi NONE',
    'POST /worklist/delegations PeopleApi NONE',
    'POST /worklist/delegations/end PeopleApi NONE',
    'POST /worklist/registers/{register}/{entry} PeopleApi NONE',
    'POST /worklist/steps PeopleApi NONE',
  ]);
});

test('a link leaves no trace: no path, no body, no address in the logs, no X-Ray for people', () => {
  const stages = Object.values(journeys.findResources('AWS::ApiGateway::Stage')).map(({ Properties }) => Properties);
  for (const { AccessLogSetting, MethodSettings } of stages) {
    expect(AccessLogSetting.Format).toContain('$context.resourcePath');
    expect(AccessLogSetting.Format).not.toMatch(/\$context\.(path|identity\.sourceIp|identity\.userAgent)/);
    expect(MethodSettings[0]).toMatchObject({ DataTraceEnabled: false });
  }
  const stageOf = (api: string) => stages.find(({ RestApiId }) => RestApiId.Ref === api);
  // The service's own log names the path of every call that went wrong.
  expect(stageOf('PeopleApi')?.MethodSettings[0].LoggingLevel).toBe('OFF');
  expect(stageOf('IntegrationApi')?.MethodSettings[0].LoggingLevel).toBe('ERROR');
  const traced = (api: string) => stageOf(api)?.TracingEnabled;
  expect(traced('PeopleApi')).toBe(false);
  expect(traced('IntegrationApi')).toBe(true);
});

test('nobody tries links without end: both doors block an address that asks too often, and take only so much from all', () => {
  const acls = Object.values(journeys.findResources('AWS::WAFv2::WebACL'));
  expect(acls).toHaveLength(2);
  for (const { Properties } of acls) {
    expect(Properties.Rules).toContainEqual(
      expect.objectContaining({
        Action: { Block: {} },
        Statement: {
          RateBasedStatement: expect.objectContaining({ AggregateKeyType: 'IP', EvaluationWindowSec: 300 }),
        },
      }),
    );
  }
  const limits = Object.values(journeys.findResources('AWS::ApiGateway::Stage')).map(
    ({ Properties }) => Properties.MethodSettings[0].ThrottlingRateLimit,
  );
  expect(limits.toSorted((one, other) => one - other)).toEqual([50, 100]);
});

test('the firewall log leaves out path and credentials', () => {
  for (const { Properties } of Object.values(journeys.findResources('AWS::WAFv2::LoggingConfiguration')))
    expect(Properties.RedactedFields).toContainEqual({ UriPath: {} });
});

test('rules on bodies only count, where FHIR bundles arrive and where people write reasons', () => {
  const counted = (door: string): readonly string[] => {
    const acl = Object.entries(journeys.findResources('AWS::WAFv2::WebACL')).find(([id]) => id.startsWith(door));
    return acl?.[1].Properties.Rules.flatMap(
      (rule: { Statement: { ManagedRuleGroupStatement?: { RuleActionOverrides?: { Name: string }[] } } }) =>
        rule.Statement.ManagedRuleGroupStatement?.RuleActionOverrides?.map(({ Name }) => Name) ?? [],
    );
  };
  const bodies = ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY'];
  expect(counted('People')).toEqual(expect.arrayContaining(bodies));
  expect(counted('Integration')).toEqual(expect.arrayContaining([...bodies, 'NoUserAgent_HEADER']));
  expect(counted('People')).not.toContain('NoUserAgent_HEADER');
});

test('with own domains the endpoints under amazonaws.com are closed', () => {
  const own = synthesise(
    deployment({
      domains: { people: { certificateArn }, integration: { host: 'ehr.hospital.example', certificateArn } },
      integrationNetworks: ['192.0.2.0/24'],
    }),
  ).journeys;
  own.allResourcesProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
  own.hasResourceProperties('AWS::ApiGateway::DomainName', { DomainName: 'journeys.hospital.example' });
  // The records are made in the hospital's DNS, which must know where to point.
  expect(Object.keys(own.toJSON().Outputs)).toEqual(
    expect.arrayContaining([
      'PeopleDomainTarget',
      'PeopleDomainHostedZoneId',
      'IntegrationDomainTarget',
      'IntegrationDomainHostedZoneId',
    ]),
  );
  own.hasResourceProperties('AWS::WAFv2::IPSet', { IPAddressVersion: 'IPV4', Addresses: ['192.0.2.0/24'] });
});

test('mail goes over TLS only and is not tracked', () => {
  journeys.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
  const destinations = Object.values(journeys.findResources('AWS::SES::ConfigurationSetEventDestination'));
  for (const { Properties } of destinations)
    expect(Properties.EventDestination.MatchingEventTypes).toEqual(['BOUNCE', 'COMPLAINT', 'REJECT']);
});

test('lost runs are told to journey-due by name and status', () => {
  const rules = Object.entries(journeys.findResources('AWS::Events::Rule')).filter(([id]) => id.startsWith('LostRuns'));
  for (const [, { Properties }] of rules) {
    expect(Properties.Targets[0].InputTransformer).toEqual({
      InputPathsMap: { 'detail-name': '$.detail.name', 'detail-status': '$.detail.status' },
      InputTemplate: '{"schemaVersion":1,"execution":<detail-name>,"status":<detail-status>}',
    });
  }
  const watched = rules.flatMap(([, { Properties }]) =>
    Properties.EventPattern.detail.stateMachineArn.map(({ Ref }: { Ref: string }) => Ref),
  );
  expect(watched.toSorted()).toEqual([...MACHINES].toSorted());
});

test('files pass the door for people as bytes, and only that one', () => {
  const apis = journeys.findResources('AWS::ApiGateway::RestApi');
  const bytes = Object.entries(apis).map(([id, { Properties }]) => [id, Properties.BinaryMediaTypes]);
  expect(Object.fromEntries(bytes)).toEqual({ PeopleApi: ['*/*'], IntegrationApi: undefined });
});
