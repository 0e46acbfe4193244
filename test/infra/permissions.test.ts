import { expect, test } from 'vitest';
import { deployment, synthesise } from './synthesised.ts';

const { journeys } = synthesise();

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const listed = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);
const statements: readonly (Statement & { readonly role: string })[] = Object.values(
  journeys.findResources('AWS::IAM::Policy'),
).flatMap(({ Properties }) =>
  Properties.PolicyDocument.Statement.map((statement: Statement) => ({ ...statement, role: Properties.Roles[0].Ref })),
);
const of = (role: string) => statements.filter((statement) => statement.role === role);

/** Actions whose service knows no narrower resource. */
const WITHOUT_RESOURCE =
  /^(logs:(Create|Get|Update|Delete|List|Put|Describe)|xray:|cloudwatch:PutMetricData$|dynamodb:ListStreams$)/;

test('no statement allows an action by wildcard', () => {
  expect(statements.flatMap(({ Action }) => listed(Action)).filter((action) => action.includes('*'))).toEqual([]);
});

test('only actions whose service knows no resources are allowed on any', () => {
  const broad = statements.filter(
    ({ Resource }) => Resource === '*' || (Array.isArray(Resource) && Resource.includes('*')),
  );
  const unexplained = broad.flatMap(({ Action }) => listed(Action)).filter((action) => !WITHOUT_RESOURCE.test(action));
  expect(unexplained).toEqual([]);
});

test('nothing may delete from a table, and nothing stops or fails a task', () => {
  const actions = statements.flatMap(({ Action }) => listed(Action));
  expect(actions).not.toContain('dynamodb:DeleteItem');
  expect(actions).not.toContain('dynamodb:BatchWriteItem');
  expect(actions).not.toContain('states:SendTaskFailure');
});

test('only the jobs that need identities may read them', () => {
  const readers = statements.filter(({ Sid }) => Sid === 'ReadIdentities').map(({ role }) => role);
  expect(readers.toSorted()).toEqual([
    'AttachmentsRole',
    'DispatchRole',
    'EhrWebhookRole',
    'EnrolPasskeyRole',
    'ReferralRole',
    'SignOffRole',
    'SignWithPasskeyRole',
    'WorklistRole',
  ]);
  const writers = statements.filter(({ Sid }) => Sid === 'WriteIdentities').map(({ role }) => role);
  expect(writers.toSorted()).toEqual([
    'AttachmentsRole',
    'EhrWebhookRole',
    'EnrolPasskeyRole',
    'ReferralRole',
    'SignOffRole',
    'SignWithPasskeyRole',
    'WorklistRole',
  ]);
});

test('many items in one request are read of staff and of what was told alone', () => {
  const many = statements.filter(({ Action }) => listed(Action).includes('dynamodb:BatchGetItem'));
  expect([...new Set(many.map(({ Sid }) => Sid))].toSorted()).toEqual([
    'FindTold',
    'ReadManyStaff',
    'ReadOnDuty',
    'ReadStaff',
  ]);
});

test('the sweep, who opens steps and who takes exports read of the identities only staff, and who is told of mails writes only of their addresses', () => {
  const keysOf = (sid: string) =>
    statements
      .filter(({ Sid }) => Sid === sid)
      .map(({ role, Condition }) => [role, Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']]);
  const ofStaff = ['SITE#*', 'STAFF#*', 'ADDRESS#*'];
  expect(keysOf('ReadStaff').toSorted()).toEqual([
    ['SweepRole', ofStaff],
    ['TakeMirrorRole', ofStaff],
  ]);
  const many = ['DispatchRole', 'SignOffRole', 'SignWithPasskeyRole', 'WorklistRole'];
  expect(keysOf('ReadManyStaff').toSorted()).toEqual(many.map((role) => [role, 'STAFF#*']));
  expect(keysOf('FindTold')).toEqual([['SweepRole', 'MESSAGE#*']]);
  expect(keysOf('ReadOnDuty')).toEqual([['OpenStepRole', ['SITE#*', 'STAFF#*']]]);
  expect(keysOf('KeepCompetence')).toEqual([['TakeMirrorRole', 'STAFF#*']]);
  expect(keysOf('KeepAddresses').toSorted()).toEqual([
    ['DispatchRole', 'ADDRESS#*'],
    ['MailBouncedRole', 'ADDRESS#*'],
  ]);
});

/** What is too long for the policy of a role stands in managed ones beside it. */
const policiesOf = (template: typeof journeys) =>
  ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) => Object.values(template.findResources(type)));

test('dispatch reads a secret only where there is an alarm server, and that one alone', () => {
  const secretsOf = (template: typeof journeys) =>
    policiesOf(template)
      .filter(({ Properties }) => Properties.Roles[0].Ref === 'DispatchRole')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as readonly Statement[])
      .filter(({ Action }) => listed(Action).includes('secretsmanager:GetSecretValue'))
      .map(({ Resource }) => Resource);
  expect(secretsOf(journeys)).toEqual([]);
  const secretArn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:alarms-AbCdEf';
  const alarmServer = { url: 'https://alarms.hospital.example/raise', secretArn };
  expect(secretsOf(synthesise(deployment({ alarmServer })).journeys)).toEqual([secretArn]);
});

test('dispatch sends to telephones only from the identities of the sites, and only where there are any', () => {
  const of = (template: typeof journeys) =>
    policiesOf(template)
      .filter(({ Properties }) => JSON.stringify(Properties).includes('sms-voice:'))
      .flatMap(({ Properties }) =>
        (Properties.PolicyDocument.Statement as readonly Statement[])
          .filter(({ Action }) => JSON.stringify(Action).includes('sms-voice:'))
          .map(({ Action, Resource }) => [Properties.Roles[0].Ref, Action, Resource]),
      );
  expect(of(journeys)).toEqual([]);
  const arn = (resource: string) => `arn:aws:sms-voice:eu-central-1:111122223333:${resource}`;
  const { sites } = deployment({});
  const telling = {
    channels: [
      { channel: 'sms', tiers: ['on-call'] },
      { channel: 'voice', tiers: ['on-call'] },
    ],
    originationIdentities: { sms: arn('pool/p1'), voice: arn('phone-number/n1') },
  };
  expect(of(synthesise(deployment({ sites: sites.map((site) => ({ ...site, telling })) })).journeys)).toEqual([
    ['DispatchRole', 'sms-voice:SendTextMessage', arn('pool/p1')],
    ['DispatchRole', 'sms-voice:SendVoiceMessage', arn('phone-number/n1')],
  ]);
});

test('operations read the worklist and not what is pending', () => {
  const indexes = (role: string) =>
    JSON.stringify(of(role).find(({ Sid }) => Sid === 'QueryIndexes')?.Resource).match(/index\/[a-z]+/g);
  expect(indexes('OpsRole')).toEqual(['index/worklist']);
  expect(indexes('SweepRole')).toEqual(['index/worklist', 'index/pending']);
});

test('each secret is read by those who use it', () => {
  const readers = (sid: string) => statements.filter(({ Sid }) => Sid === sid).map(({ role }) => role);
  expect(readers('ReadReferralKey').toSorted()).toEqual(['ReferralRole']);
  expect(readers('ReadWebhookSecret')).toEqual(['EhrWebhookRole']);
  expect(readers('ReadIdentityKey').toSorted()).toEqual(['EhrWebhookRole', 'ReferralRole']);
});

test('the worklist writes links and what is kept of registers, and nothing of a journey', () => {
  const writes = of('WorklistRole').filter(({ Sid = '' }) => /Journeys|PutLinks|KeepRegisters/.test(Sid));
  const onlyOf = (keys: string | readonly string[]) => ({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
  });
  expect(writes).toMatchObject([
    { Sid: 'ReadJourneys' },
    { Sid: 'PutLinks', Action: 'dynamodb:PutItem', Condition: onlyOf('LINK#*') },
    {
      ...{ Sid: 'KeepRegisters', Action: 'dynamodb:PutItem' },
      Condition: onlyOf(['REGISTER#*', 'READINESS#*', 'MESSAGE#register-*']),
    },
  ]);
});

test('one function reaches attached files, deletes none, and writes of journeys only notes of them', () => {
  const ofFiles = statements.filter(({ Action }) => listed(Action).some((action) => action.startsWith('s3:')));
  const inBucket = ofFiles.filter(({ Sid }) => Sid === 'KeepFiles');
  expect(inBucket.map(({ role, Action }) => [role, Action])).toEqual([
    ['AttachmentsRole', ['s3:GetObject', 's3:PutObject']],
  ]);
  expect(ofFiles.filter(({ Resource }) => JSON.stringify(Resource).includes('Attachments'))).toEqual(inBucket);
  const written = of('AttachmentsRole').filter(({ Action }) => listed(Action).includes('dynamodb:PutItem'));
  expect(written.map(({ Sid, Condition }) => [Sid, Condition])).toEqual([
    ['NoteFiles', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'ATTACHMENT#*' } }],
    ['WriteIdentities', undefined],
  ]);
});

test('one function reads exports of other systems, and nothing of ours writes or deletes one', () => {
  const ofMirrors = statements.filter(
    ({ Action, Resource }) =>
      listed(Action).some((action) => action.startsWith('s3:')) && JSON.stringify(Resource).includes('MirrorsArn'),
  );
  expect(ofMirrors.map(({ role, Action }) => [role, Action])).toEqual([['TakeMirrorRole', 's3:GetObject']]);
  expect(JSON.stringify(ofMirrors)).toContain('/mirrors/*');
});

test('asking where a journey stands changes nothing', () => {
  expect(of('WhereItStandsRole').map(({ Sid }) => Sid)).toEqual([
    'WriteOwnLog',
    'ReadJourneys',
    'UseRecordsKeyByTable',
  ]);
});

test('a phase may open steps and nothing else of ours', () => {
  expect(of('TreatmentRole').flatMap(({ Sid }) => Sid ?? [])).toEqual(['OpenSteps']);
});

test('only dispatch starts runs and answers steps', () => {
  const starters = statements.filter(({ Action }) => listed(Action).includes('states:StartExecution'));
  expect(starters.map(({ role }) => role).toSorted()).toEqual(['DispatchRole', 'PatientJourneyRole']);
  const answering = statements.filter(({ Action }) => listed(Action).includes('states:SendTaskSuccess'));
  expect(answering.map(({ role }) => role)).toEqual(['DispatchRole']);
});
