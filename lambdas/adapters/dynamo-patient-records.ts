import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { lazily } from '../domain/lazily.ts';
import type { Alongside } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { calling, isNamed } from './aws-errors.ts';
import { adopt, CLAIM, type IdentityClaim, identityClaim } from './identity-claim.ts';
import type { IssuedIdentifier } from './identity-index.ts';
import { type Item, readItem, type TableAccess, toItem, toKey } from './items.ts';
import { accessKey, type Key, patientKey } from './table-keys.ts';

const identifiers = lazily(() => z.array(z.strictObject({ system: z.string(), value: z.string() })));

const patientShape = lazily(() =>
  z.strictObject({
    pseudonym: z.string(),
    identifiers: identifiers(),
    name: z.string().optional(),
    birthDate: z.string().optional(),
    registeredAt: z.string(),
    formerNames: z.array(z.strictObject({ name: z.string(), until: z.string() })).optional(),
    claims: z.record(z.string(), identityClaim()).optional(),
  }),
);

/** Who a pseudonym is. Leaves the identity store only with a record of who read it and why. */
export interface PatientRecord {
  readonly pseudonym: string;
  readonly identifiers: readonly IssuedIdentifier[];
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly registeredAt: Instant;
  readonly formerNames?: readonly { readonly name: string; readonly until: string }[] | undefined;
  /** What a sender gave otherwise, and nobody has settled, by the journey in which it is asked about. */
  readonly claims?: Readonly<Record<string, IdentityClaim>> | undefined;
}

/** Who reads an identity, when, and why: kept before anything is shown. */
export interface Access {
  readonly reader: string;
  readonly reason: string;
  readonly at: Instant;
  /** Several reads of one occasion (a list that is drawn again and again) leave one record. */
  readonly occasion?: string;
}

/** A claim by the journey it waits in and the message it came by. */
export interface Claimed {
  readonly journeyId: string;
  readonly eventId: string;
}

export interface PatientRecords {
  patient(pseudonym: string, access: Access): Promise<PatientRecord | undefined>;
  /** What makes the claim of this message the known identity; nothing where it was replaced in its journey, or settled. */
  adoption(pseudonym: string, claimed: Claimed, access: Access): Promise<readonly Alongside[]>;
}

export interface ReadingIdentities extends PatientRecords {
  get(key: Key): Promise<Item | undefined>;
  recordAccess(pk: string, access: Access): Promise<void>;
}

/** The claims of all journeys in one place. */
function readPatient(item: Item): PatientRecord {
  const isClaim = ([name]: readonly [string, unknown]): boolean => name.startsWith(CLAIM);
  const entries = Object.entries(item);
  const claims = entries.filter(isClaim).map(([name, value]) => [name.slice(CLAIM.length), value] as const);
  const rest = Object.fromEntries(entries.filter((entry) => !isClaim(entry)));
  return readItem(patientShape(), claims.length === 0 ? rest : { ...rest, claims: { M: Object.fromEntries(claims) } });
}

/** Reading of table Identities, each read with its record. */
export function dynamoPatientRecords({
  client,
  table,
  randomBytes,
}: TableAccess & { randomBytes(count: number): Uint8Array }): ReadingIdentities {
  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await calling('Read identity', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(key), ConsistentRead: true })),
    );
    return Item;
  };

  const recordAccess = async (pk: string, { reader, reason, at, occasion }: Access): Promise<void> => {
    if (reader.trim() === '' || reason.trim() === '') {
      throw new Fault('Read identity: expected who reads and why, got an empty text');
    }
    const sk = occasion ?? `${at}#${Buffer.from(randomBytes(8)).toString('hex')}`;
    const put = new PutItemCommand({
      TableName: table,
      Item: toItem({ ...accessKey(pk, sk), entity: 'ACCESS', reader, reason, at }),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    try {
      await client.send(put);
    } catch (error) {
      if (occasion !== undefined && isNamed(error, 'ConditionalCheckFailedException')) return;
      await calling('Record access', () => Promise.reject(error));
    }
  };

  const patient = async (pseudonym: string, access: Access): Promise<PatientRecord | undefined> => {
    const key = patientKey(pseudonym);
    await recordAccess(key.pk, access);
    const item = await get(key);
    return item === undefined ? undefined : readPatient(item);
  };

  return {
    get,
    recordAccess,
    patient,
    async adoption(pseudonym, { journeyId, eventId }, access) {
      const known = await patient(pseudonym, access);
      const claim = known?.claims?.[journeyId];
      return known !== undefined && claim?.eventId === eventId
        ? adopt(table, known, { journeyId, claim, at: access.at })
        : [];
    },
  };
}
