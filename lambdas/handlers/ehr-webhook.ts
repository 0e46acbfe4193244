import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import * as z from 'zod';
import { dynamoCourseIndex } from '../adapters/dynamo-course-index.ts';
import { dynamoIdentityStore } from '../adapters/dynamo-identity-store.ts';
import { dynamoMessageStore } from '../adapters/dynamo-message-store.ts';
import { protocols } from '../adapters/protocols.ts';
import { secretsManager } from '../adapters/secrets.ts';
import { parseWebhookSecrets } from '../adapters/signed-webhook.ts';
import { therapyIndex } from '../domain/ehr/therapy.ts';
import { lazily } from '../domain/lazily.ts';
import { USES } from '../domain/protocol/use.ts';
import { withOperationOutcome } from '../ehr/answer.ts';
import type { EhrDeps } from '../ehr/ehr-deps.ts';
import { receiveMessage } from '../ehr/receive.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, jsonOf, sites } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { coldStart, dynamodbClient, type Runtime, secretsClient } from '../middleware/runtime.ts';

const senders = lazily(() =>
  jsonOf(z.array(z.strictObject({ id: z.string().min(1), policy: z.enum(['refuse', 'park']) })).min(1)),
);

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  WEBHOOK_SECRET_ARN: z.string().min(1),
  IDENTITY_KEY_ARN: z.string().min(1),
  SITES: sites(),
  EHR_SENDERS: senders(),
  DEPLOYMENT_USE: z.enum(USES),
}));

/** Takes signed messages of EHRs and integration engines: `POST /ehr/fhir`. */
export const create = (runtime: Runtime<'dynamodb' | 'secrets'>) => {
  const env = environment(runtime, schema());
  const { dynamodb, secrets: secretsClient } = runtime.clients;
  const { randomBytes } = runtime;
  const journeys = journeyDeps(runtime, env);
  const secrets = secretsManager(secretsClient, journeys.now);
  const identityKey = () => secrets.read(env.IDENTITY_KEY_ARN);
  const ids = env.EHR_SENDERS.map(({ id }) => id);
  const deps: EhrDeps = {
    ...journeys,
    identities: dynamoIdentityStore({ client: dynamodb, table: env.IDENTITIES_TABLE, randomBytes, identityKey }),
    messages: dynamoMessageStore({ client: dynamodb, table: env.JOURNEYS_TABLE, randomBytes }),
    courses: dynamoCourseIndex({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    webhookSecrets: async () => parseWebhookSecrets(await secrets.read(env.WEBHOOK_SECRET_ARN), ids),
    identityKey,
    senders: env.EHR_SENDERS,
    use: env.DEPLOYMENT_USE,
    sites: env.SITES,
    therapies: therapyIndex(protocols.codes(), protocols.latest),
    randomBytes,
  };
  const receive = apiHandler(journeys.clock, (request) => receiveMessage(deps, request));
  return async (event: APIGatewayProxyEvent, context: Context) => withOperationOutcome(await receive(event, context));
};

export const handler = coldStart(create, { dynamodb: dynamodbClient, secrets: secretsClient });
