import { randomFillSync } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { dynamoPasskeys, type PasskeyRegister } from '../../../lambdas/adapters/dynamo-passkeys.ts';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import { jitterFrom } from '../../../lambdas/adapters/transact.ts';
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

export interface Register {
  readonly staff: WritableStaffRegister;
  readonly passkeys: PasskeyRegister;
  readonly now: () => Instant;
}

export const randomBytes = (count: number): Uint8Array => randomFillSync(new Uint8Array(count));

export async function registerOf({
  table,
  url,
}: {
  readonly table?: string | undefined;
  readonly url: string;
}): Promise<Register> {
  if (table !== undefined) return registerAt(new DynamoDBClient({}), table, systemNow);
  if (!isLoopback(url)) throw new Trouble('--table: got none, expected the name of the table Identities of that stack');
  const { endpoint, region, accessKeyId, identities, now } = embedded.parse((await call(url, '/local/aws')).body);
  const credentials = { accessKeyId, secretAccessKey: 'embedded' };
  return registerAt(new DynamoDBClient({ endpoint, region, credentials }), identities, () => now);
}

const embedded = z.object({
  endpoint: z.url(),
  region: z.string(),
  accessKeyId: z.string(),
  identities: z.string(),
  now: z.string(),
});

const registerAt = (client: DynamoDBClient, table: string, now: () => Instant): Register => ({
  staff: dynamoStaffRegister(client, table, randomBytes),
  passkeys: dynamoPasskeys({ client, table }, jitterFrom(randomBytes)),
  now,
});
