import { Aws } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { MIRRORS_FROM } from '../../lambdas/domain/registers/mirrors.ts';

/** A statement with a name, so that a refusal and the list of unused statements can be read. */
export const allow = (
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>,
): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: [...actions],
    resources: [...resources],
    ...(conditions === undefined ? {} : { conditions }),
  });

const READ = ['dynamodb:GetItem', 'dynamodb:Query'];
/** Where all that may be read is of staff. */
const READ_STAFF = [...READ, 'dynamodb:BatchGetItem'];
const APPEND = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'];

const useKey = (sid: string, key: IKey, service: string): PolicyStatement =>
  allow(sid, ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn], {
    StringEquals: { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com` },
  });

/** A table with the key its items are encrypted with. */
export interface KeyedTable {
  readonly table: Table;
  readonly key: IKey;
}

export const readJourneys = ({ table, key }: KeyedTable): readonly PolicyStatement[] => [
  allow('ReadJourneys', READ, [table.tableArn]),
  useKey('UseRecordsKeyByTable', key, 'dynamodb'),
];

/** The actions behind TransactWriteItems; none that deletes, because the log only grows. */
export const appendJourneys = (journeys: KeyedTable): readonly PolicyStatement[] => [
  ...readJourneys(journeys),
  allow('AppendJourneys', APPEND, [journeys.table.tableArn]),
];

/** Links and nothing of a journey. */
export const putLinks = ({ table }: KeyedTable): PolicyStatement =>
  allow('PutLinks', ['dynamodb:PutItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'LINK#*' },
  });

/** Versions of entries of registers, and how their site stands by them; each is written once. */
export const keepRegisters = ({ table }: KeyedTable): PolicyStatement =>
  allow('KeepRegisters', ['dynamodb:PutItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['REGISTER#*', 'READINESS#*', 'MESSAGE#register-*'] },
  });

/** Which of many mails that belong to no journey were told. */
export const findTold = ({ table }: KeyedTable): PolicyStatement =>
  allow('FindTold', ['dynamodb:BatchGetItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'MESSAGE#*' },
  });

export const queryIndexes = ({ table }: KeyedTable, names: readonly ('worklist' | 'pending')[]): PolicyStatement =>
  allow(
    'QueryIndexes',
    ['dynamodb:Query'],
    names.map((name) => `${table.tableArn}/index/${name}`),
  );

/** `write` names the writing actions the job needs beyond reading. */
export const identities = (
  { table, key }: KeyedTable,
  write: readonly ('PutItem' | 'UpdateItem')[] = [],
): readonly PolicyStatement[] => [
  allow('ReadIdentities', READ, [table.tableArn]),
  ...(write.length === 0
    ? []
    : [
        allow(
          'WriteIdentities',
          write.map((action) => `dynamodb:${action}`),
          [table.tableArn],
        ),
      ]),
  useIdentitiesKey({ table, key }),
];

/** Members of staff, many in one request; of patients no function reads more than one. */
export const readManyStaff = ({ table }: KeyedTable): PolicyStatement =>
  allow('ReadManyStaff', ['dynamodb:BatchGetItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'STAFF#*' },
  });

/** The register of staff, and nothing of a patient. */
export const readStaff = ({ table, key }: KeyedTable): readonly PolicyStatement[] => [
  allow('ReadStaff', READ_STAFF, [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SITE#*', 'STAFF#*', 'ADDRESS#*'] },
  }),
  useIdentitiesKey({ table, key }),
];

/** Who is on site and what they can do, asked by their user ids; nothing of a patient. */
export const readOnDuty = ({ table, key }: KeyedTable): readonly PolicyStatement[] => [
  allow('ReadOnDuty', ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SITE#*', 'STAFF#*'] },
  }),
  useIdentitiesKey({ table, key }),
];

/** What is known of addresses of staff, and nothing of their register. */
export const keepAddresses = ({ table }: KeyedTable): PolicyStatement =>
  allow('KeepAddresses', ['dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'ADDRESS#*' },
  });

/** A bucket with the key its objects are encrypted with. */
export interface KeyedBucket {
  readonly bucket: Bucket;
  readonly key: IKey;
}

/** Files of journeys; none is ever deleted. */
export const keepFiles = ({ bucket, key }: KeyedBucket): readonly PolicyStatement[] => [
  allow('KeepFiles', ['s3:GetObject', 's3:PutObject'], [bucket.arnForObjects('*')]),
  useKey('UseIdentitiesKeyByBucket', key, 's3'),
];

/** Exports of other systems, which nothing of ours writes. */
export const readMirrors = ({ bucket, key }: KeyedBucket): readonly PolicyStatement[] => [
  allow('ReadMirrors', ['s3:GetObject'], [bucket.arnForObjects(`${MIRRORS_FROM}*`)]),
  allow('DecryptMirrors', ['kms:Decrypt'], [key.keyArn], {
    StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` },
  }),
];

/** What staff were assessed in, beside their entries; nothing of a patient. */
export const keepCompetence = ({ table }: KeyedTable): PolicyStatement =>
  allow('KeepCompetence', ['dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'STAFF#*' },
  });

/** What is noted of files, and nothing of a journey. */
export const noteFiles = ({ table }: KeyedTable): PolicyStatement =>
  allow('NoteFiles', ['dynamodb:PutItem'], [table.tableArn], {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'ATTACHMENT#*' },
  });

/** The key of a table that a function writes to and does not read. */
export const useIdentitiesKey = ({ key }: KeyedTable): PolicyStatement =>
  useKey('UseIdentitiesKeyByTable', key, 'dynamodb');

/** Log-ins that were begun and have not come back. */
export const keepLogins = ({ table, key }: KeyedTable): readonly PolicyStatement[] => [
  allow('KeepLogins', ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.tableArn]),
  useKey('UseLoginsKeyByTable', key, 'dynamodb'),
];

/** Asks the key about a PIN; the key itself never comes out of KMS. */
export const makePinMacs = (key: IKey): PolicyStatement => allow('MakePinMacs', ['kms:GenerateMac'], [key.keyArn]);

export const readSecret = (sid: string, secret: Secret): readonly PolicyStatement[] => {
  if (secret.encryptionKey === undefined) throw new Error(`${sid}: expected a secret under a key of our own, got none`);
  return [
    allow(sid, ['secretsmanager:GetSecretValue'], [secret.secretArn]),
    allow(`${sid}Decrypt`, ['kms:Decrypt'], [secret.encryptionKey.keyArn], {
      StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.amazonaws.com` },
    }),
  ];
};

/** What Lambda itself does with the function's role to read the stream. */
export const readStream = ({ table, key }: KeyedTable): readonly PolicyStatement[] => {
  if (table.tableStreamArn === undefined)
    throw new Error('readStream: expected a table with a stream, got one without');
  return [
    allow(
      'ReadStream',
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [table.tableStreamArn],
    ),
    // Lists names only, and the service knows no narrower resource for it.
    allow('ListStreams', ['dynamodb:ListStreams'], ['*']),
    allow('DecryptStream', ['kms:Decrypt'], [key.keyArn]),
  ];
};
