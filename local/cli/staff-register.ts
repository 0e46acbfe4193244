import { randomFillSync } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { dynamoStaffRegister, type WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../../lambdas/adapters/pin-key.ts';

export const registerArguments = {
  table: { type: 'string', required: true, description: 'name of the table Identities (output IdentitiesTable)' },
  'pin-key': { type: 'string', required: true, description: 'ARN of the key of PINs (output PinKeyArn)' },
} as const;

/** The register of staff of a deployment, with the AWS credentials of the caller. */
export const callersRegister = (args: { readonly table: string; readonly 'pin-key': string }): WritableStaffRegister =>
  dynamoStaffRegister({
    client: new DynamoDBClient({}),
    table: args.table,
    pinKey: kmsPinKey(new KMSClient({}), args['pin-key']),
    randomBytes: (count) => randomFillSync(new Uint8Array(count)),
  });
