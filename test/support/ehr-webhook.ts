import { createHmac } from 'node:crypto';
import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { dynamoJourneyStore } from '../../lambdas/adapters/dynamo-journey-store.ts';
import { canonicalText } from '../../lambdas/domain/audit/hash.ts';
import { STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import type { Use } from '../../lambdas/domain/protocol/use.ts';
import { create } from '../../lambdas/handlers/ehr-webhook.ts';
import type { Clients, Runtime } from '../../lambdas/middleware/runtime.ts';
import { startDynoxide } from './dynamodb.ts';
import { fakeAws } from './fake-aws.ts';
import { NOW, randomBytes } from './journeys.ts';

/** Secrets of the two senders: one is refused what is not understood, the other is parked. */
export const SECRETS = {
  ehr: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  engine: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd',
} as const;
export type Sender = keyof typeof SECRETS;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
}

export interface Post {
  readonly id: string;
  /** A FHIR message, or the text of one. */
  readonly body: unknown;
  readonly sender?: Sender;
  readonly at?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly base64?: boolean;
}

export function signed({ id, body, sender = 'ehr', at = NOW }: Post): Record<string, string> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const key = Buffer.from(SECRETS[sender].slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
  return { 'Webhook-Id': id, 'WEBHOOK-TIMESTAMP': timestamp, 'webhook-signature': `v1,${mac}` };
}

/** The real handler on dynoxide, with secrets from loopback. */
export async function startWebhook(use: Use = 'demo') {
  const dynamo = await startDynoxide();
  const tables = await dynamo.tables();
  const aws = await fakeAws();
  const values: Record<string, string> = {
    'arn:webhook': JSON.stringify({ ehr: [SECRETS.ehr], engine: [SECRETS.engine] }),
    'arn:identity': 'identity key',
    'arn:referral': 'referral key',
  };
  aws.answer(({ operation, body }) => ({
    body:
      operation === 'GenerateMac'
        ? { Mac: createHmac('sha256', 'pin key').update(String(body.Message)).digest('base64') }
        : { SecretString: values[String(body.SecretId)] },
  }));
  const secrets = new SecretsManagerClient(aws.options);
  const kms = new KMSClient(aws.options);
  let now = NOW;
  const runtime: Runtime = {
    env: {
      RELEASE_VERSION: '0.0.0',
      RELEASE_COMMIT: 'unreleased',
      DEPLOYMENT_USE: use,
      JOURNEYS_TABLE: tables.journeys,
      IDENTITIES_TABLE: tables.identities,
      WEBHOOK_SECRET_ARN: 'arn:webhook',
      IDENTITY_KEY_ARN: 'arn:identity',
      REFERRAL_KEY_ARN: 'arn:referral',
      PIN_KEY_ARN: 'arn:pin',
      SITES: JSON.stringify([
        { id: 'site-1', zone: 'Europe/Berlin', language: 'en', name: 'One', policy: STRICTEST_POLICY },
        { id: 'site-2', zone: 'Europe/Lisbon', language: 'de', name: 'Two', policy: STRICTEST_POLICY },
      ]),
      EHR_SENDERS: JSON.stringify([
        { id: 'ehr', policy: 'refuse' },
        { id: 'engine', policy: 'park' },
      ]),
    },
    now: () => now,
    randomBytes,
    clients: { dynamodb: dynamo.client, secrets, kms } as unknown as Clients,
  };
  const handler = create(runtime);

  const scan = async (TableName: string) => (await dynamo.client.send(new ScanCommand({ TableName }))).Items ?? [];
  return {
    runtime,
    tables,
    client: dynamo.client,
    store: dynamoJourneyStore({ client: dynamo.client, table: tables.journeys, randomBytes }),
    setNow: (to: string) => {
      now = to;
    },
    async post(post: Post): Promise<Answer> {
      const text = typeof post.body === 'string' ? post.body : JSON.stringify(post.body);
      const event = {
        httpMethod: 'POST',
        path: '/ehr/fhir',
        headers: { ...signed(post), ...post.headers },
        body: post.base64 === true ? Buffer.from(text).toString('base64') : text,
        isBase64Encoded: post.base64 === true,
      } as unknown as APIGatewayProxyEvent;
      const { statusCode, headers = {}, body } = await handler(event, {} as Context);
      return { status: statusCode, headers, body: JSON.parse(body) as Record<string, unknown> };
    },
    /** Number of items of a kind in table Journeys. */
    async count(entity: string): Promise<number> {
      return (await scan(tables.journeys)).filter((item) => item.entity?.S === entity).length;
    },
    /** Everything in both tables, as text. */
    async everything(): Promise<string> {
      return JSON.stringify([await scan(tables.journeys), await scan(tables.identities)]);
    },
    /** Everything in both tables, item by item in a fixed order: equal lists mean that nothing was stored. */
    async items(): Promise<readonly string[]> {
      const items = [...(await scan(tables.journeys)), ...(await scan(tables.identities))];
      return items.map((item) => canonicalText(JSON.parse(JSON.stringify(item)))).toSorted();
    },
    async journeysTable(): Promise<string> {
      return JSON.stringify(await scan(tables.journeys));
    },
    async identities(pk: string) {
      const query = {
        TableName: tables.identities,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
      };
      return (await dynamo.client.send(new QueryCommand(query))).Items ?? [];
    },
    async stop() {
      await aws.stop();
      await dynamo.stop();
    },
  };
}
export type Webhook = Awaited<ReturnType<typeof startWebhook>>;
