import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import type { Alongside } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { alongside } from './alongside.ts';
import { calling } from './aws-errors.ts';
import { type IssuedIdentifier, identifierHmac } from './identity-index.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { allItems } from './query.ts';
import { type RawMessage, rawMessageFrom, rawMessageWrites } from './raw-message.ts';
import { accessKey, identifierKey, patientKey, RAW_FROM, rawMessagePk } from './table-keys.ts';

const identifiers = z.array(z.strictObject({ system: z.string(), value: z.string() }));

const registrationShape = z.strictObject({ pseudonym: z.string() });
const patientShape = z.strictObject({
  pseudonym: z.string(),
  identifiers,
  name: z.string().optional(),
  birthDate: z.string().optional(),
  registeredAt: z.string(),
});

/** Who a pseudonym is. Leaves the identity store only with a record of who read it and why. */
export interface PatientRecord {
  readonly pseudonym: string;
  readonly identifiers: readonly IssuedIdentifier[];
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly registeredAt: Instant;
}

/** Who reads an identity, when, and why: kept before anything is shown. */
export interface Access {
  readonly reader: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface IdentityStore {
  /** The pseudonyms behind identifiers, in their order; undefined for one that is not known. Reads no record. */
  pseudonymsOf(identifiers: readonly IssuedIdentifier[]): Promise<readonly (string | undefined)[]>;
  newPseudonym(): string;
  /** A new patient and what they are found by, on the condition that none of it is known. */
  registration(patient: PatientRecord): Promise<readonly Alongside[]>;
  /** More identifiers for a patient who is known by another one. */
  furtherIdentifiers(pseudonym: string, identifiers: readonly IssuedIdentifier[]): Promise<readonly Alongside[]>;
  patient(pseudonym: string, access: Access): Promise<PatientRecord | undefined>;
  /** A message exactly as it came; kept in the same transaction as what it caused. */
  rawMessage(message: RawMessage): readonly Alongside[];
  readRawMessage(sender: string, messageId: string, access: Access): Promise<Buffer | undefined>;
}

export interface IdentityStoreOptions extends TableAccess {
  randomBytes(count: number): Uint8Array;
  /** The key of the HMAC by which identities are found. */
  identityKey(): Promise<string>;
}

/** Patients and raw messages on DynamoDB, table Identities. */
export function dynamoIdentityStore({ client, table, randomBytes, identityKey }: IdentityStoreOptions): IdentityStore {
  const random = (bytes: number): string => Buffer.from(randomBytes(bytes)).toString('hex');

  const get = async (key: { pk: string; sk: string }) => {
    const { Item } = await calling('Read identity', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(key), ConsistentRead: true })),
    );
    return Item;
  };

  const recordAccess = async (pk: string, { reader, reason, at }: Access): Promise<void> => {
    if (reader.trim() === '' || reason.trim() === '') {
      throw new Fault('Read identity: expected who reads and why, got an empty text');
    }
    const Item = toItem({ ...accessKey(pk, at, random(8)), entity: 'ACCESS', reader, reason, at });
    await calling('Record access', () => client.send(new PutItemCommand({ TableName: table, Item })));
  };

  const pointers = async (pseudonym: string, list: readonly IssuedIdentifier[]): Promise<Alongside[]> => {
    const key = await identityKey();
    const hmacs = [...new Set(list.map((identifier) => identifierHmac(key, identifier)))];
    return hmacs.map((hmac) =>
      alongside({
        Put: {
          TableName: table,
          Item: toItem({ ...identifierKey(hmac), entity: 'IDENTIFIER', pseudonym }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }),
    );
  };

  return {
    async pseudonymsOf(list) {
      const key = await identityKey();
      return Promise.all(
        list.map(async (identifier) => {
          const item = await get(identifierKey(identifierHmac(key, identifier)));
          return item === undefined ? undefined : readItem(registrationShape, item).pseudonym;
        }),
      );
    },

    newPseudonym: () => `P${random(10).toUpperCase()}`,

    async registration(patient) {
      const record = alongside({
        Put: {
          TableName: table,
          Item: toItem({ ...patientKey(patient.pseudonym), entity: 'PATIENT', ...patient }),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      });
      return [record, ...(await pointers(patient.pseudonym, patient.identifiers))];
    },

    async furtherIdentifiers(pseudonym, list) {
      if (list.length === 0) return [];
      const record = alongside({
        Update: {
          TableName: table,
          Key: toKey(patientKey(pseudonym)),
          UpdateExpression: 'SET identifiers = list_append(identifiers, :more)',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: {
            ':more': { L: list.map(({ system, value }) => ({ M: toItem({ system, value }) })) },
          },
        },
      });
      return [record, ...(await pointers(pseudonym, list))];
    },

    async patient(pseudonym, access) {
      const key = patientKey(pseudonym);
      await recordAccess(key.pk, access);
      const item = await get(key);
      return item === undefined ? undefined : readItem(patientShape, item);
    },

    rawMessage: (message) => rawMessageWrites(table, message).map(alongside),

    async readRawMessage(sender, messageId, access) {
      const pk = rawMessagePk(sender, messageId);
      await recordAccess(pk, access);
      const pieces = await allItems(client, 'Read message', {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :raw)',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':raw': { S: RAW_FROM } },
        ConsistentRead: true,
      });
      return pieces.length === 0 ? undefined : rawMessageFrom(pieces);
    },
  };
}
