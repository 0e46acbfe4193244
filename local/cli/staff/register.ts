import { randomFillSync } from 'node:crypto';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { dynamoCompetence } from '../../../lambdas/adapters/dynamo-competence.ts';
import { dynamoPasskeys, type PasskeyRegister } from '../../../lambdas/adapters/dynamo-passkeys.ts';
import { dynamoRosters, type Rosters } from '../../../lambdas/adapters/dynamo-rosters.ts';
import { dynamoStaffCalendar, type StaffCalendars } from '../../../lambdas/adapters/dynamo-staff-calendar.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import { PIN_COST } from '../../../lambdas/adapters/pin-hash.ts';
import { kmsPinKey, type PinKey } from '../../../lambdas/adapters/pin-key.ts';
import { jitterFrom } from '../../../lambdas/adapters/transact.ts';
import { type TwoPersonChanges, twoPersonChanges } from '../../../lambdas/adapters/two-person-changes.ts';
import type { CompetenceRegister } from '../../../lambdas/domain/ports.ts';
import type { Instant } from '../../../lambdas/domain/time.ts';
import { systemNow } from '../../../lambdas/middleware/runtime.ts';
import { call } from '../api.ts';
import { Trouble } from '../trouble.ts';
import { isLoopback } from '../url-under.ts';

/** Which register: a table of AWS, with the credentials of the caller; without it the embedded stack. */
export const TABLE_OPTIONS = {
  table: {
    type: 'string',
    description: 'name of the table Identities (output IdentitiesTable); without it the embedded stack at --url',
  },
  url: {
    type: 'string',
    default: 'http://localhost:8787',
    description: 'publicUrl of the stack, e.g. https://journeys.hospital.example',
  },
} as const;

/** For what gives somebody a PIN. */
export const PIN_KEY_OPTION = {
  'pin-key': { type: 'string', description: 'ARN of the key of PINs (output PinKeyArn), where a PIN is given' },
} as const;

export interface Register {
  readonly staff: WritableStaffRegister;
  readonly passkeys: PasskeyRegister;
  readonly twoPeople: TwoPersonChanges;
  readonly calendars: StaffCalendars;
  readonly rosters: Rosters;
  readonly competence: CompetenceRegister;
  readonly now: () => Instant;
}

export const randomBytes = (count: number): Uint8Array => randomFillSync(new Uint8Array(count));

/** A link is printed for the stack whose register it is. */
export function linksLeadSomewhere({ table, url }: Asked): void {
  if (table !== undefined && isLoopback(url)) {
    throw new Trouble('--url: got none, expected the publicUrl of that stack, where the link leads');
  }
}
/** Tells records of one instant apart. */
export const newRecordId = (): string => Buffer.from(randomBytes(8)).toString('hex');

export interface Asked {
  readonly table?: string | undefined;
  readonly url: string;
  readonly 'pin-key'?: string | undefined;
}

export async function registerOf({ table, url, 'pin-key': pinKey }: Asked): Promise<Register> {
  if (table !== undefined) return registerAt({}, table, pinKey, systemNow);
  if (!isLoopback(url)) throw new Trouble('--table: got none, expected the name of the table Identities of that stack');
  const { where, identities, pinKeyArn, now } = await embeddedAws(url);
  return registerAt(where, identities, pinKeyArn, () => now);
}

/** Where the loopback AWS of an embedded stack is. */
export async function embeddedAws(url: string) {
  const { endpoint, region, accessKeyId, ...known } = embedded.parse((await call(url, '/local/aws')).body);
  return { where: { endpoint, region, credentials: { accessKeyId, secretAccessKey: 'embedded' } }, ...known };
}

const embedded = z.object({
  endpoint: z.url(),
  region: z.string(),
  accessKeyId: z.string(),
  identities: z.string(),
  journeys: z.string(),
  mirrors: z.string(),
  pinKeyArn: z.string(),
  now: z.string(),
});

function registerAt(
  where: Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'>,
  table: string,
  pinKey: string | undefined,
  now: () => Instant,
): Register {
  const access = { client: new DynamoDBClient(where), table };
  const making = { ...access, randomBytes, pinKey: pinKeyAt(where, pinKey), pinCost: PIN_COST };
  return {
    staff: dynamoStaffRegister(making),
    twoPeople: twoPersonChanges(making),
    calendars: dynamoStaffCalendar({ ...access, randomBytes }),
    rosters: dynamoRosters({ ...access, randomBytes }),
    competence: dynamoCompetence({ ...access, randomBytes }),
    passkeys: dynamoPasskeys(access, jitterFrom(randomBytes)),
    now,
  };
}

const pinKeyAt = (where: KMSClientConfig, arn: string | undefined): PinKey =>
  arn === undefined
    ? { macOf: () => Promise.reject(new Trouble('--pin-key: got none, expected the ARN of the key of PINs')) }
    : kmsPinKey(new KMSClient(where), arn);
