import * as z from 'zod';
import { dynamoCourseIndex } from '../adapters/dynamo-course-index.ts';
import { dynamoIdentityStore } from '../adapters/dynamo-identity-store.ts';
import { dynamoMessageStore } from '../adapters/dynamo-message-store.ts';
import { dynamoStaffRegister } from '../adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../adapters/pin-key.ts';
import { protocols } from '../adapters/protocols.ts';
import { secretsManager } from '../adapters/secrets.ts';
import { lazily } from '../domain/lazily.ts';
import { USES } from '../domain/protocol/use.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, jsonOf, sites } from '../middleware/environment.ts';
import { json } from '../middleware/http.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { pinNotTaken } from '../middleware/log.ts';
import { coldStart, dynamodbClient, kmsClient, type Runtime, secretsClient } from '../middleware/runtime.ts';
import { showReferral } from '../referral/show.ts';
import { takeReferral } from '../referral/take-referral.ts';
import { brokenPage } from '../sign-off/answer.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  PIN_KEY_ARN: z.string().min(1),
  REFERRAL_KEY_ARN: z.string().min(1),
  IDENTITY_KEY_ARN: z.string().min(1),
  SITES: sites(),
  PATIENT_IDENTIFIERS: jsonOf(z.array(z.strictObject({ system: z.string(), name: z.string() }))),
  DEPLOYMENT_USE: z.enum(USES),
}));

/** GET shows the form of a referral and changes nothing; POST opens a journey for an authenticated coordinator. */
export const create = (runtime: Runtime<'dynamodb' | 'kms' | 'secrets'>) => {
  const env = environment(runtime, schema());
  const { randomBytes, clients } = runtime;
  const client = clients.dynamodb;
  const journeys = journeyDeps(runtime, env);
  const secrets = secretsManager(clients.secrets, journeys.now);
  const identityKey = () => secrets.read(env.IDENTITY_KEY_ARN);
  const deps = {
    ...journeys,
    identities: dynamoIdentityStore({ client, table: env.IDENTITIES_TABLE, randomBytes, identityKey }),
    messages: dynamoMessageStore({ client, table: env.JOURNEYS_TABLE, randomBytes }),
    courses: dynamoCourseIndex({ client, table: env.JOURNEYS_TABLE }),
    staff: dynamoStaffRegister({
      client,
      table: env.IDENTITIES_TABLE,
      pinKey: kmsPinKey(clients.kms, env.PIN_KEY_ARN),
      randomBytes,
      notTaken: pinNotTaken,
    }),
    identityKey,
    referralKey: () => secrets.read(env.REFERRAL_KEY_ARN),
    sites: env.SITES,
    issuers: env.PATIENT_IDENTIFIERS,
    use: env.DEPLOYMENT_USE,
    shelf: protocols.all(),
    randomBytes,
  };
  return apiHandler(
    journeys.clock,
    async (request) => {
      if (request.method === 'GET' || request.method === 'HEAD') return showReferral(deps, request);
      if (request.method === 'POST') return takeReferral(deps, request);
      return json(405, { code: 'invalid', message: `Method: got ${request.method}, expected GET or POST` });
    },
    (what, request) => brokenPage(deps, what, request),
  );
};

export const handler = coldStart(create, { dynamodb: dynamodbClient, kms: kmsClient, secrets: secretsClient });
