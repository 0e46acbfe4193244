import * as z from 'zod';
import type { Alongside } from '../domain/ports.ts';
import { alongside } from './alongside.ts';
import {
  type Access,
  dynamoPatientRecords,
  type PatientRecord,
  type PatientRecords,
} from './dynamo-patient-records.ts';
import { type IdentityClaim, keepClaim } from './identity-claim.ts';
import { type IssuedIdentifier, identifierHmac } from './identity-index.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { allItems } from './query.ts';
import { type RawMessage, rawMessageFrom, rawMessageWrites } from './raw-message.ts';
import { identifierKey, patientKey, RAW_FROM, rawMessagePk } from './table-keys.ts';

const registrationShape = z.strictObject({ pseudonym: z.string() });

export interface IdentityStore extends PatientRecords {
  /** The pseudonyms behind identifiers, in their order; undefined for one that is not known. Reads no record. */
  pseudonymsOf(identifiers: readonly IssuedIdentifier[]): Promise<readonly (string | undefined)[]>;
  newPseudonym(): string;
  /** A new patient and what they are found by, on the condition that none of it is known. */
  registration(patient: PatientRecord): Promise<readonly Alongside[]>;
  /** More identifiers for a patient who is known by another one. */
  furtherIdentifiers(pseudonym: string, identifiers: readonly IssuedIdentifier[]): Promise<readonly Alongside[]>;
  /** What a sender gives otherwise than it is known, until two people of the journey have read both. */
  claim(pseudonym: string, journeyId: string, claim: Omit<IdentityClaim, 'hmacs'>): Promise<Alongside>;
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

  const { get, recordAccess, patient, adoption } = dynamoPatientRecords({ client, table, randomBytes });

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

    patient,
    adoption,

    async claim(pseudonym, journeyId, given) {
      const key = await identityKey();
      const hmacs = given.identifiers.map((identifier) => identifierHmac(key, identifier));
      return keepClaim(table, pseudonym, journeyId, { ...given, hmacs: [...new Set(hmacs)] });
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
