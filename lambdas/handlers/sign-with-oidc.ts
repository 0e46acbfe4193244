import * as z from 'zod';
import { dynamoAttachments } from '../adapters/dynamo-attachments.ts';
import { dynamoDrafts } from '../adapters/dynamo-drafts.ts';
import { dynamoLinkIndex } from '../adapters/dynamo-link-index.ts';
import { dynamoPatientRecords } from '../adapters/dynamo-patient-records.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { dynamoSessions } from '../adapters/dynamo-sessions.ts';
import { dynamoStaffDirectory } from '../adapters/dynamo-staff-directory.ts';
import { openIdProvider } from '../adapters/openid-provider.ts';
import { pendingLogins } from '../adapters/pending-logins.ts';
import { secretsManager } from '../adapters/secrets.ts';
import { lazily } from '../domain/lazily.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, sites } from '../middleware/environment.ts';
import { json, type Request, type Response } from '../middleware/http.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { postedByPeople } from '../middleware/posted-by-people.ts';
import { coldStart, dynamodbClient, type Runtime, secretsClient } from '../middleware/runtime.ts';
import { beginSignIn, beginSigning } from '../openid/begin.ts';
import type { OpenIdDeps } from '../openid/openid-deps.ts';
import { finish, showReturn } from '../openid/return.ts';
import { brokenPage } from '../sign-off/answer.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  LOGINS_TABLE: z.string().min(1),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_SUBJECT_CLAIM: z.string().min(1),
  OIDC_SECRET_ARN: z.string().min(1),
  PUBLIC_URL: z.url(),
  SITES: sites(),
}));

/** Signs, and signs in, by the hospital's OpenID Connect provider. */
export const create = (runtime: Runtime<'dynamodb' | 'secrets'>) => {
  const env = environment(runtime, schema());
  const { dynamodb, secrets } = runtime.clients;
  const base = journeyDeps(runtime, env);
  const { read } = secretsManager(secrets, base.now);
  const identities = { client: dynamodb, table: env.IDENTITIES_TABLE };
  const deps: OpenIdDeps = {
    ...base,
    links: dynamoLinkIndex(dynamodb, env.JOURNEYS_TABLE),
    drafts: dynamoDrafts({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    attachments: dynamoAttachments({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    registers: dynamoReadiness({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    staff: dynamoStaffDirectory(identities),
    identities: dynamoPatientRecords({ ...identities, randomBytes: runtime.randomBytes }),
    provider: openIdProvider({
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      subjectClaim: env.OIDC_SUBJECT_CLAIM,
      redirectUri: `${env.PUBLIC_URL}/oidc/callback`,
      clientSecret: () => read(env.OIDC_SECRET_ARN),
      now: base.now,
    }),
    issuer: env.OIDC_ISSUER,
    clientId: env.OIDC_CLIENT_ID,
    logins: pendingLogins(dynamodb, env.LOGINS_TABLE),
    sessions: dynamoSessions(dynamodb, env.IDENTITIES_TABLE, runtime.randomBytes),
    sites: env.SITES,
    publicUrl: env.PUBLIC_URL,
    randomBytes: runtime.randomBytes,
  };
  return apiHandler(
    base.clock,
    postedByPeople((request) => answer(deps, request)),
    (what, request) => brokenPage(deps, what, request),
  );
};

async function answer(deps: OpenIdDeps, request: Request): Promise<Response> {
  const { method, path } = request;
  const isPost = method === 'POST';
  if (path === '/oidc/callback') return isPost ? finish(deps, request) : showReturn(deps, request);
  if (!isPost) return json(405, { code: 'invalid', message: `Method: got ${method}, expected POST` });
  return path === '/oidc/sign-in' ? beginSignIn(deps, request) : beginSigning(deps, request);
}

export const handler = coldStart(create, { dynamodb: dynamodbClient, secrets: secretsClient });
