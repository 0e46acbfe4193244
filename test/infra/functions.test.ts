import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SIDE_PHASES } from '../../lambdas/domain/vocabulary.ts';
import { entryOf, JOBS, logicalIdOf } from '../../lib/jobs.ts';
import { deployment, synthesise } from './synthesised.ts';

const { journeys } = synthesise();
const functions = journeys.findResources('AWS::Lambda::Function');
const environmentOf = (id: string): readonly string[] =>
  Object.keys(functions[id]?.Properties.Environment.Variables).toSorted();

const COMMON = ['JOURNEYS_TABLE', 'RELEASE_COMMIT', 'RELEASE_VERSION'];
const ENVIRONMENT: Readonly<Record<string, readonly string[]>> = {
  EhrWebhook: ['DEPLOYMENT_USE', 'EHR_SENDERS', 'IDENTITIES_TABLE', 'IDENTITY_KEY_ARN', 'SITES', 'WEBHOOK_SECRET_ARN'],
  WhereItStands: [],
  OpenStep: ['IDENTITIES_TABLE'],
  SignOff: ['IDENTITIES_TABLE', 'PIN_KEY_ARN', 'PUBLIC_URL', 'SITES'],
  SignWithPasskey: ['IDENTITIES_TABLE', 'PUBLIC_URL'],
  EnrolPasskey: ['IDENTITIES_TABLE', 'PIN_KEY_ARN', 'PUBLIC_URL', 'SITES'],
  Referral: [
    'DEPLOYMENT_USE',
    'IDENTITIES_TABLE',
    'IDENTITY_KEY_ARN',
    'REFERRAL_KEY_ARN',
    'PATIENT_IDENTIFIERS',
    'PIN_KEY_ARN',
    'SITES',
  ],
  Worklist: ['IDENTITIES_TABLE', 'PIN_KEY_ARN', 'PROVE_ADDRESSES', 'PUBLIC_URL', 'SITES'],
  Attachments: ['ATTACHMENTS_BUCKET', 'IDENTITIES_TABLE', 'PUBLIC_URL', 'SITES'],
  Dispatch: [
    'BUS_NAME',
    'IDENTITIES_TABLE',
    'JOURNEY_DUE_ARN',
    'MACHINES',
    'MACHINES_AT',
    'MAIL_CONFIGURATION_SET',
    'MAIL_FROM',
    'PUBLIC_URL',
    'SCHEDULE_DLQ_ARN',
    'SCHEDULE_GROUP',
    'SCHEDULE_ROLE_ARN',
    'TELLING',
  ],
  JourneyDue: [],
  MailBounced: ['IDENTITIES_TABLE'],
  TakeMirror: ['IDENTITIES_TABLE', 'MIRRORS', 'MIRRORS_BUCKET', 'SITES'],
  Sweep: ['IDENTITIES_TABLE', 'METRIC_NAMESPACE', 'MIRRORS', 'PROVE_ADDRESSES', 'SITES'],
  Ops: [],
};

test('there is one function per job, named after it', () => {
  expect(Object.keys(functions).toSorted()).toEqual(JOBS.map(logicalIdOf).toSorted());
});

describe.each(JOBS)('%s', (job) => {
  const id = logicalIdOf(job);

  test('runs the file named after it', () => {
    expect(functions[id]?.Metadata['atmp:entry']).toBe(entryOf(job));
    expect(existsSync(new URL(`../../${entryOf(job)}`, import.meta.url)), `${entryOf(job)} exists`).toBe(true);
  });

  test('has its own log group with a retention, under our key', () => {
    expect(functions[id]?.Properties.LoggingConfig).toEqual({ LogGroup: { Ref: `${id}Logs` } });
    const logs = journeys.findResources('AWS::Logs::LogGroup')[`${id}Logs`];
    expect(logs?.Properties).toMatchObject({ RetentionInDays: 400, KmsKeyId: expect.anything() });
  });

  test('is told exactly what it needs', () => {
    expect(environmentOf(id)).toEqual([...COMMON, ...(ENVIRONMENT[id] ?? [])].toSorted());
  });

  test('runs the current runtime, untraced', () => {
    expect(functions[id]?.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(functions[id]?.Properties).not.toHaveProperty('TracingConfig');
  });
});

test('dispatch is told the machines it starts: the hub, and each phase beside the course', () => {
  const { MACHINES: told } = functions.Dispatch?.Properties.Environment.Variables ?? {};
  const text = told['Fn::Join'][1].map((part: string | { 'Fn::GetAtt': [string, 'Name'] }) =>
    typeof part === 'string' ? part : part['Fn::GetAtt'][0],
  );
  const started = ['PatientJourney', ...SIDE_PHASES];
  expect(JSON.parse(text.join(''))).toEqual(Object.fromEntries(started.map((machine) => [machine, machine])));
});

test('what is called asynchronously has somewhere to put what it could not handle', () => {
  const withDeadLetters = Object.entries(functions).filter(([, { Properties }]) => Properties.DeadLetterConfig);
  expect(withDeadLetters.map(([id]) => id).toSorted()).toEqual(['JourneyDue', 'MailBounced', 'Sweep', 'TakeMirror']);
});

test('effects reach dispatch once, in small batches, and a bad one is kept whole', () => {
  journeys.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: 'Dispatch' },
    BatchSize: 25,
    ParallelizationFactor: 1,
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRetryAttempts: 10,
    MaximumRecordAgeInSeconds: 86_400,
    FilterCriteria: {
      Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"entity":{"S":["EFFECT"]}}}}' }],
    },
  });
});

test('the EHR door is told what the deployment is for, and nobody chooses it in silence', () => {
  const use = (overrides: Readonly<Record<string, unknown>>) =>
    synthesise(deployment(overrides)).journeys.findResources('AWS::Lambda::Function').EhrWebhook?.Properties.Environment
      .Variables.DEPLOYMENT_USE;
  expect(use({})).toBe('production');
  expect(use({ use: 'training' })).toBe('training');
});

test('only stage emulator may tell functions to move their time', () => {
  const offset = (overrides: Readonly<Record<string, unknown>>) =>
    synthesise(deployment(overrides)).journeys.findResources('AWS::Lambda::Function').OpenStep?.Properties.Environment
      .Variables.CLOCK_OFFSET;
  expect(offset({ stage: 'emulator', clockOffset: true })).toBe('journeys-table');
  expect(offset({ stage: 'emulator' })).toBeUndefined();
});

test('concurrency is reserved for the doors where asked for, and for the sweep and exports, of which two at once would do everything twice', () => {
  const reserved = (overrides: Readonly<Record<string, unknown>>) =>
    Object.entries(synthesise(deployment(overrides)).journeys.findResources('AWS::Lambda::Function')).flatMap(
      ([id, { Properties }]) =>
        Properties.ReservedConcurrentExecutions === undefined ? [] : [[id, Properties.ReservedConcurrentExecutions]],
    );
  expect(reserved({}).toSorted()).toEqual([
    ['Sweep', 1],
    ['TakeMirror', 1],
  ]);
  expect(reserved({ publicConcurrency: 20 }).toSorted()).toEqual([
    ['Attachments', 20],
    ['EhrWebhook', 20],
    ['EnrolPasskey', 20],
    ['Referral', 20],
    ['SignOff', 20],
    ['SignWithPasskey', 20],
    ['Sweep', 1],
    ['TakeMirror', 1],
    ['Worklist', 20],
  ]);
});

test('procedures of sites are told to who opens steps, and where they are read to who shows them', () => {
  const { id: site } = deployment({}).sites[0] ?? { id: '' };
  const of = { Receipt: { id: 'SOP-REC-2', version: '5' } };
  const procedures = [{ site, of, address: 'https://documents.example/{id}' }];
  const made = synthesise(deployment({ procedures })).journeys.findResources('AWS::Lambda::Function');
  const told = (id: string) => made[id]?.Properties.Environment.Variables;
  expect(JSON.parse(told('OpenStep').PROCEDURES)).toEqual([{ site, of }]);
  expect(JSON.parse(told('SignOff').PROCEDURE_ADDRESSES)).toEqual({ [site]: 'https://documents.example/{id}' });
});
