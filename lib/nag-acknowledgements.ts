import { type App, Validations } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { IConstruct } from 'constructs';
import { COURSE_PHASES, PHASES } from '../lambdas/domain/vocabulary.ts';
import type { Config } from './config.ts';
import { JOBS, type Job, logicalIdOf, OPTIONAL_JOBS } from './jobs.ts';

/** A finding of a rule pack that is answered by design, on the constructs named and nowhere else. */
export interface Acknowledgement {
  readonly rule: string;
  /** Construct paths without the stack prefix, e.g. `Records/Journeys`. */
  readonly on: readonly string[];
  readonly reason: string;
}

const machines = ['PatientJourney', ...PHASES].map((name) => `Journeys/${name}`);
const functions = (jobs: readonly Job[]): readonly string[] => jobs.map((job) => `Journeys/${logicalIdOf(job)}`);
const EVERY_JOB: readonly Job[] = [...JOBS, ...OPTIONAL_JOBS];
const secrets = ['ReferralKey', 'IdentityKey', 'WebhookSecret', 'OidcClientSecret'].map((name) => `Records/${name}`);
const apis = ['Journeys/PeopleApi', 'Journeys/IntegrationApi'];
/** Functions behind the API for people. */
const PUBLIC_PAGES = [
  'sign-off',
  'sign-with-passkey',
  'sign-with-oidc',
  'enrol-passkey',
  'referral',
  'worklist',
  'attachments',
] as const;
const people = 'Journeys/PeopleApi/Api/Default';
const signOffs = `${people}/sign-offs`;
const enrolments = `${people}/enrolments`;
const referrals = 'Journeys/PeopleApi/Api/Default/referrals';
const readers = [
  'sign-in/GET',
  'sign-in/POST',
  'sign-out/POST',
  'worklist/GET',
  'worklist/steps/POST',
  'worklist/journeys/{id}/GET',
  'worklist/journeys/{id}/attachments/{sha256}/GET',
  'worklist/registers/GET',
  'worklist/registers/{register}/GET',
  'worklist/registers/{register}/{entry}/GET',
  'worklist/registers/{register}/{entry}/POST',
  'worklist/away/GET',
  'worklist/delegations/POST',
  'worklist/delegations/end/POST',
  'worklist/absences/POST',
  'worklist/absences/end/POST',
  'board/GET',
].map((route) => `Journeys/PeopleApi/Api/Default/${route}`);
const ehr = 'Journeys/IntegrationApi/Api/Default/ehr';

/** Constructs that are there only where a deployment signs by OpenID Connect. */
const OF_OIDC = /SignWithOidc|PendingLogins|OidcClientSecret|\/oidc(?:\/|$)/;

/** Every finding this application answers otherwise, with its reason. There is no other place for one. */
export const acknowledgements = (config: Config): readonly Acknowledgement[] =>
  config.oidc !== undefined
    ? all(config)
    : all(config)
        .map((one) => ({ ...one, on: one.on.filter((path) => !OF_OIDC.test(path)) }))
        .filter(({ on }) => on.length > 0);

const all = ({ account, region, prefix, publicConcurrency }: Config): readonly Acknowledgement[] => {
  const partition = region === undefined ? '<AWS::Partition>' : (RegionInfo.get(region).partition ?? 'aws');
  const arn = (service: string, rest: string): string =>
    `arn:${partition}:${service}:${region ?? '<AWS::Region>'}:${account ?? '<AWS::AccountId>'}:${rest}`;
  return [
    // Permissions
    {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      on: machines.map((path) => `${path}/Role`),
      reason: 'Log delivery and X-Ray of a state machine: these services know no narrower resource.',
    },
    {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      on: ['Journeys/Sweep/Role'],
      reason: 'cloudwatch:PutMetricData knows no resources; a condition limits it to our namespace.',
    },
    {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      on: ['Journeys/Dispatch/Role'],
      reason: 'dynamodb:ListStreams knows no narrower resource and tells names only; reading is limited to our stream.',
    },
    ...COURSE_PHASES.map((phase) => ({
      rule: `AwsSolutions-IAM5[Resource::${arn('states', `execution:<${phase}.Name>:*`)}]`,
      on: ['Journeys/PatientJourney/Role'],
      reason: 'The executions of this phase, whose names are made when they start.',
    })),
    {
      rule: `AwsSolutions-IAM5[Resource::${arn('scheduler', 'schedule/<JourneySchedules>/*')}]`,
      on: ['Journeys/Dispatch/Role'],
      reason: 'The schedules of our group, one per journey, made while it runs.',
    },
    {
      rule: `AwsSolutions-IAM5[Resource::${prefix}-Records:ExportsOutputFnGetAttFailedRecordsArn5A4231C6/*]`,
      on: ['Journeys/Dispatch/Role'],
      reason: 'Lambda names the objects it puts into the bucket of failed records.',
    },
    {
      rule: `AwsSolutions-IAM5[Resource::${prefix}-Records:ExportsOutputFnGetAttAttachmentsArn3EE42ECD/*]`,
      on: ['Journeys/Attachments/Role'],
      reason: 'Objects of the bucket of attached files are named by journey and checksum.',
    },
    {
      rule: `AwsSolutions-IAM5[Resource::${prefix}-Records:ExportsOutputFnGetAttMirrorsArn25CE5558/mirrors/*]`,
      on: ['Journeys/TakeMirror/Role'],
      reason: 'Exports of other systems, by site and register, and of nothing else.',
    },
    {
      rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      on: ['Journeys/ApiLogsRole'],
      reason: 'The one policy by which API Gateway writes its logs, kept up by AWS.',
    },
    {
      rule: 'HIPAA.Security-IAMNoInlinePolicy',
      on: [
        ...[...machines, ...functions(EVERY_JOB)].map((path) => `${path}/Role`),
        'Journeys/SweepScheduleRole',
        'Journeys/RequeueScheduleRole',
        'Journeys/JourneyScheduleRole',
      ],
      reason: 'Each policy belongs to exactly one role and is reviewed with it; a shared policy would widen both.',
    },
    // Functions
    {
      rule: 'HIPAA.Security-LambdaInsideVPC',
      on: functions(EVERY_JOB),
      reason:
        'Functions call AWS services, and one the OpenID Connect provider, over TLS; they have no network of ours to be protected in.',
    },
    {
      rule: 'HIPAA.Security-LambdaDLQ',
      on: functions(['where-it-stands', 'open-step', 'ehr-webhook', ...PUBLIC_PAGES, 'ops']),
      reason: 'Called synchronously: the caller (state machine, API) gets the error itself.',
    },
    {
      rule: 'HIPAA.Security-LambdaDLQ',
      on: functions(['dispatch']),
      reason: 'Fed by a stream: what it cannot handle is kept whole in the bucket of failed records.',
    },
    {
      rule: 'HIPAA.Security-LambdaConcurrency',
      on: functions(['where-it-stands', 'open-step', 'journey-due', 'mail-bounced', 'dispatch', 'ops']),
      reason: 'A limit here would make journeys wait; the public doors are throttled, so they cannot take the rest.',
    },
    ...(publicConcurrency === undefined
      ? [
          {
            rule: 'HIPAA.Security-LambdaConcurrency',
            on: functions(['ehr-webhook', ...PUBLIC_PAGES]),
            reason:
              'Reserved where the account has the quota for it (publicConcurrency); the APIs throttle in any case.',
          },
        ]
      : []),
    // APIs
    {
      rule: 'AwsSolutions-APIG2',
      on: apis,
      reason: 'Functions check every request against a schema, after the signature over its exact bytes was verified.',
    },
    {
      rule: 'AwsSolutions-APIG4',
      on: [
        `${signOffs}/{token}/GET`,
        `${signOffs}/{token}/POST`,
        `${signOffs}/{token}/claim/POST`,
        `${signOffs}/{token}/attachments/POST`,
        `${signOffs}/{token}/correction/POST`,
        `${signOffs}/{token}/intent/POST`,
        `${signOffs}/{token}/passkey/POST`,
        `${signOffs}/{token}/session/POST`,
        `${signOffs}/{token}/oidc/POST`,
        `${people}/oidc/sign-in/POST`,
        `${people}/oidc/callback/GET`,
        `${people}/oidc/callback/POST`,
        `${enrolments}/{ticket}/GET`,
        `${enrolments}/{ticket}/POST`,
        `${enrolments}/{ticket}/options/POST`,
        `${people}/addresses/{proof}/GET`,
        `${people}/addresses/{proof}/POST`,
        `${people}/assets/{file}/GET`,
        `${referrals}/GET`,
        `${referrals}/POST`,
        `${ehr}/fhir/POST`,
        ...readers,
      ],
      reason:
        'A sign-off or referral is authenticated by the person signing (PIN, OIDC, passkey), a webhook by its signature, and a reader by a session.',
    },
    {
      rule: 'AwsSolutions-COG4',
      on: apis,
      reason: 'Staff are known to the hospital, operations by IAM and systems by signature; there is no user pool.',
    },
    {
      rule: 'HIPAA.Security-APIGWCacheEnabledAndEncrypted',
      on: apis,
      reason: 'Nothing may be cached: every answer depends on a journey as it stands now.',
    },
    {
      rule: 'HIPAA.Security-APIGWSSLEnabled',
      on: apis,
      reason: 'The rule is about HTTP backends; these APIs call functions under IAM.',
    },
    {
      rule: 'HIPAA.Security-APIGWXrayEnabled',
      on: ['Journeys/PeopleApi'],
      reason: 'A trace keeps the URL, and the link in it is a bearer token.',
    },
    {
      rule: 'AwsSolutions-APIG6',
      on: ['Journeys/PeopleApi'],
      reason:
        'The execution log keeps the path, and the link in it is a bearer token; the access log keeps its pattern.',
    },
    {
      rule: 'HIPAA.Security-APIGWExecutionLoggingEnabled',
      on: ['Journeys/PeopleApi'],
      reason:
        'The execution log keeps the path, and the link in it is a bearer token; the access log keeps its pattern.',
    },
    // Records
    {
      rule: 'AwsSolutions-SMG4',
      on: secrets,
      reason: 'Rotated by runbook: links in use and stored hashes depend on them, so a timer would lock people out.',
    },
    {
      rule: 'HIPAA.Security-SecretsManagerRotationEnabled',
      on: secrets,
      reason: 'Rotated by runbook: links in use and stored hashes depend on them, so a timer would lock people out.',
    },
    {
      rule: 'HIPAA.Security-DynamoDBInBackupPlan',
      on: ['Records/Journeys', 'Records/Identities'],
      reason:
        'Recoverable to any second of 35 days, protected against deletion; copies beyond that are the backup policy of the organisation, which selects by account.',
    },
    ...['AwsSolutions-DDB3', 'HIPAA.Security-DynamoDBPITREnabled', 'HIPAA.Security-DynamoDBInBackupPlan'].map(
      (rule) => ({
        rule,
        on: ['Journeys/PendingLogins'],
        reason:
          'No record: what waits ten minutes for somebody to come back from a sign-in must be forgotten, not restored.',
      }),
    ),
    {
      rule: 'HIPAA.Security-S3BucketReplicationEnabled',
      on: [
        'Records/AccessLogs',
        'Records/FailedRecords',
        'Records/AuditRoots',
        'Records/Attachments',
        'Records/Mirrors',
      ],
      reason: 'Kept in one region on purpose (data residency); versions and object lock guard against loss by mistake.',
    },
    {
      rule: 'HIPAA.Security-S3DefaultEncryptionKMS',
      on: ['Records/AccessLogs'],
      reason: 'S3 delivers access logs only to buckets under its own key.',
    },
  ];
};

/** Writes the acknowledgements to their constructs. One whose construct a stage leaves out is passed over. */
export function acknowledge(app: App, config: Config): void {
  for (const { rule, on, reason } of acknowledgements(config))
    for (const path of on) {
      const construct = find(app, `${config.prefix}-${path}`);
      if (construct !== undefined) Validations.of(construct).acknowledge({ id: rule, reason });
    }
}

/** The construct at a path below the app. */
export const find = (app: App, path: string): IConstruct | undefined =>
  path.split('/').reduce<IConstruct | undefined>((at, id) => at?.node.tryFindChild(id), app);
