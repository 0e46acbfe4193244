import { randomBytes, randomFillSync } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { dynamoStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../../lambdas/adapters/pin-key.ts';
import type { JourneyStore } from '../../lambdas/domain/ports.ts';
import { type Endpoint, signedFetch } from '../../local/cli/signed-request.ts';
import { EXAMPLE_JOINING, EXAMPLE_PIN, EXAMPLE_PIN_COST, exampleStaff } from '../../local/scenario/staff.ts';
import type { Outputs } from './deploy.ts';

/** A deployed application, and the clients by which the test looks at it. */
export interface Deployment {
  readonly endpoint: Endpoint;
  readonly outputs: Outputs;
  readonly clients: {
    readonly dynamodb: DynamoDBClient;
    readonly kms: KMSClient;
    readonly scheduler: SchedulerClient;
    readonly secrets: SecretsManagerClient;
    readonly sfn: SFNClient;
    readonly ses: SESv2Client;
  };
  /** Read only: the log as the functions see it. */
  readonly store: JourneyStore;
}

const random = (count: number): Uint8Array => randomFillSync(new Uint8Array(count));

export function deploymentAt(endpoint: Endpoint, outputs: Outputs): Deployment {
  const { url, region, accessKeyId, secretAccessKey } = endpoint;
  const config = { endpoint: url, region, credentials: { accessKeyId, secretAccessKey } };
  const dynamodb = new DynamoDBClient(config);
  return {
    endpoint,
    outputs,
    clients: {
      dynamodb,
      kms: new KMSClient(config),
      scheduler: new SchedulerClient(config),
      secrets: new SecretsManagerClient(config),
      sfn: new SFNClient(config),
      ses: new SESv2Client(config),
    },
    store: dynamoJourneyStore({ client: dynamodb, table: outputs.journeysTable, randomBytes: random }),
  };
}

/** Puts the example staff into the register, through the adapter the application uses. */
export async function seedStaff({ clients, outputs }: Deployment): Promise<void> {
  const register = dynamoStaffRegister({
    client: clients.dynamodb,
    table: outputs.identitiesTable,
    pinKey: kmsPinKey(clients.kms, outputs.pinKeyArn),
    randomBytes: random,
    pinCost: EXAMPLE_PIN_COST,
  });
  for (const member of exampleStaff) await register.putStaff(member, EXAMPLE_JOINING, EXAMPLE_PIN);
}

/** Makes the sender known to SES, as whoever runs the application does once; the emulator believes it without a mail. */
export async function verifySender({ clients }: Deployment): Promise<void> {
  try {
    await clients.ses.send(new CreateEmailIdentityCommand({ EmailIdentity: cdkJson.context.atmp.mailFrom }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AlreadyExistsException')) throw error;
  }
}

const LETTERS_AND_DIGITS = /^[A-Za-z0-9]{44}$/;

/**
 * The secret the EHR signs with. The template asks for letters and digits; an emulator that puts in other characters gets
 * another value, as operations would rotate it.
 */
export async function webhookSecret({ clients, outputs }: Deployment): Promise<string> {
  const SecretId = outputs.webhookSecretArn;
  const { SecretString = '' } = await clients.secrets.send(new GetSecretValueCommand({ SecretId }));
  if (LETTERS_AND_DIGITS.test(SecretString)) return `whsec_${SecretString}`;
  const value = randomBytes(33).toString('base64');
  await clients.secrets.send(new PutSecretValueCommand({ SecretId, SecretString: value }));
  return `whsec_${value}`;
}

/** Calls a function and waits for its answer. @throws Error with the function's own error. */
export async function invoke({ endpoint }: Deployment, functionName: string, payload: string): Promise<unknown> {
  const reply = await signedFetch(endpoint, {
    service: 'lambda',
    method: 'POST',
    path: `/2015-03-31/functions/${functionName}/invocations`,
    headers: { 'content-type': 'application/json' },
    body: payload,
  });
  const text = await reply.text();
  if (!reply.ok || reply.headers.has('x-amz-function-error')) {
    throw new Error(`Function ${functionName}: expected an answer, got ${reply.status} ${text.slice(0, 1000)}`);
  }
  return text === '' ? null : JSON.parse(text);
}
