import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { procedureAddressesJson, provesAddresses } from '../config.ts';
import { JourneyFunction } from '../constructs/journey-function.ts';
import {
  appendJourneys,
  identities,
  keepFiles,
  keepRegisters,
  makePinMacs,
  noteFiles,
  putLinks,
  queryIndexes,
  readJourneys,
  readManyStaff,
  readSecret,
} from './access.ts';
import { oidcFunction } from './oidc-function.ts';
import { commonEnvironment, commonProps, type FunctionContext, sitesJson } from './shared.ts';

/** API Gateway gives up after 29 seconds; the function stops before it, so that an answer is never lost half way. */
const ANSWER_WITHIN = Duration.seconds(28);

/**
 * A PIN takes 128 × 2^16 × 8 bytes = 64 MiB, one at a time, beside some 200 MB for Node, the code and the journeys in mind: 512 MB
 * would hold it. But Lambda gives a whole processor only at 1769 MB, and at 512 MB the fifth of a second that scrypt takes on one
 * would be two thirds. 1024 MB makes it a third of a second, and costs the same for what the processor does.
 */
const PIN_MEMORY_MB = 1024;

/** A limit for a public door, where the deployment asks for one. */
const publicConcurrency = ({ config }: FunctionContext): { readonly reservedConcurrency?: number } =>
  config.publicConcurrency === undefined ? {} : { reservedConcurrency: config.publicConcurrency };

/** What all doors of people and of the EHR share. */
const door = (context: FunctionContext) => ({
  ...commonProps(context),
  timeout: ANSWER_WITHIN,
  ...publicConcurrency(context),
});

/** Told to the functions whose pages offer the hospital's sign-in. */
const offered = ({ config }: FunctionContext): Readonly<Record<string, string>> =>
  config.oidc === undefined ? {} : { OIDC_OFFERED: 'yes' };

/** Told to the function whose pages lead to the procedures of a site. */
const documents = ({ config }: FunctionContext): Readonly<Record<string, string>> =>
  config.procedures.some(({ address }) => address !== undefined)
    ? { PROCEDURE_ADDRESSES: procedureAddressesJson(config) }
    : {};

/** What the two APIs call. */
export const httpFunctions = (scope: Construct, context: FunctionContext) => ({
  signWithOidc: oidcFunction(scope, context, door(context)),
  ehrWebhook: new JourneyFunction(scope, {
    ...door(context),
    job: 'ehr-webhook',
    description: 'Takes signed messages of the EHR',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      WEBHOOK_SECRET_ARN: context.webhookSecret.secretArn,
      IDENTITY_KEY_ARN: context.identityKey.secretArn,
      SITES: sitesJson(context),
      EHR_SENDERS: JSON.stringify(context.config.ehrSenders),
      DEPLOYMENT_USE: context.config.use,
    },
    access: [
      ...appendJourneys(context.journeys),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      ...readSecret('ReadWebhookSecret', context.webhookSecret),
      ...readSecret('ReadIdentityKey', context.identityKey),
    ],
  }),
  signOff: new JourneyFunction(scope, {
    ...door(context),
    job: 'sign-off',
    description: 'Shows a step behind its link, and takes the signature of a person',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      PIN_KEY_ARN: context.pinKey.keyArn,
      PUBLIC_URL: context.config.publicUrl,
      SITES: sitesJson(context),
      ...offered(context),
      ...documents(context),
    },
    access: [
      ...appendJourneys(context.journeys),
      queryIndexes(context.journeys, ['worklist']),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      readManyStaff(context.identities),
      makePinMacs(context.pinKey),
    ],
    memoryMb: PIN_MEMORY_MB,
  }),
  signWithPasskey: new JourneyFunction(scope, {
    ...door(context),
    job: 'sign-with-passkey',
    description: 'Says what a passkey is to sign, takes what it signed, and signs people in by it',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      PUBLIC_URL: context.config.publicUrl,
    },
    access: [
      ...appendJourneys(context.journeys),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      readManyStaff(context.identities),
    ],
  }),
  enrolPasskey: new JourneyFunction(scope, {
    ...door(context),
    job: 'enrol-passkey',
    description: 'Sets PIN or passkey of a member of staff, and hands out the script for passkeys',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      PIN_KEY_ARN: context.pinKey.keyArn,
      PUBLIC_URL: context.config.publicUrl,
      SITES: sitesJson(context),
    },
    access: [...identities(context.identities, ['PutItem', 'UpdateItem']), makePinMacs(context.pinKey)],
    memoryMb: PIN_MEMORY_MB,
  }),
  referral: new JourneyFunction(scope, {
    ...door(context),
    job: 'referral',
    description: 'Opens a journey from a referral, signed by a coordinator',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      REFERRAL_KEY_ARN: context.referralKey.secretArn,
      IDENTITY_KEY_ARN: context.identityKey.secretArn,
      PIN_KEY_ARN: context.pinKey.keyArn,
      SITES: sitesJson(context),
      PATIENT_IDENTIFIERS: JSON.stringify(context.config.patientIdentifiers),
      DEPLOYMENT_USE: context.config.use,
    },
    access: [
      ...appendJourneys(context.journeys),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      ...readSecret('ReadReferralKey', context.referralKey),
      ...readSecret('ReadIdentityKey', context.identityKey),
      makePinMacs(context.pinKey),
    ],
    memoryMb: PIN_MEMORY_MB,
  }),
  worklist: new JourneyFunction(scope, {
    ...door(context),
    job: 'worklist',
    description: 'Signs people in to read: worklist, timeline, board and registers, and keeps the registers',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      PIN_KEY_ARN: context.pinKey.keyArn,
      PUBLIC_URL: context.config.publicUrl,
      PROVE_ADDRESSES: provesAddresses(context.config) ? 'monthly' : 'off',
      SITES: sitesJson(context),
      ...offered(context),
    },
    access: [
      ...readJourneys(context.journeys),
      putLinks(context.journeys),
      keepRegisters(context.journeys),
      queryIndexes(context.journeys, ['worklist']),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      readManyStaff(context.identities),
      makePinMacs(context.pinKey),
    ],
    memoryMb: PIN_MEMORY_MB,
  }),
  attachments: new JourneyFunction(scope, {
    ...door(context),
    job: 'attachments',
    description: 'Takes files that are attached to a step, and gives them out',
    environment: {
      ...commonEnvironment(context),
      IDENTITIES_TABLE: context.identities.table.tableName,
      ATTACHMENTS_BUCKET: context.attachments.bucket.bucketName,
      PUBLIC_URL: context.config.publicUrl,
      SITES: sitesJson(context),
    },
    access: [
      ...readJourneys(context.journeys),
      noteFiles(context.journeys),
      ...identities(context.identities, ['PutItem', 'UpdateItem']),
      ...keepFiles(context.attachments),
    ],
  }),
  ops: new JourneyFunction(scope, {
    ...commonProps(context),
    job: 'ops',
    description: 'Worklist, dossier and commands for operations and QA',
    environment: commonEnvironment(context),
    access: [...appendJourneys(context.journeys), queryIndexes(context.journeys, ['worklist'])],
    timeout: ANSWER_WITHIN,
  }),
});
