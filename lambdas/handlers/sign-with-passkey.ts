import * as z from 'zod';
import { dynamoAttachments } from '../adapters/dynamo-attachments.ts';
import { dynamoDrafts } from '../adapters/dynamo-drafts.ts';
import { dynamoLinkIndex } from '../adapters/dynamo-link-index.ts';
import { dynamoPasskeys } from '../adapters/dynamo-passkeys.ts';
import { dynamoPatientRecords } from '../adapters/dynamo-patient-records.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { dynamoSessions } from '../adapters/dynamo-sessions.ts';
import { dynamoStaffDirectory } from '../adapters/dynamo-staff-directory.ts';
import { jitterFrom } from '../adapters/transact.ts';
import { lazily } from '../domain/lazily.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment } from '../middleware/environment.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { postedByPeople } from '../middleware/posted-by-people.ts';
import { coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { readSigned } from '../sign-off/assertion.ts';
import { byPasskey, type PasskeyDeps } from '../sign-off/by-passkey.ts';
import { showIntent } from '../sign-off/intent.ts';
import { openSession } from '../sign-off/open-session.ts';
import { openLink } from '../sign-off/opened-step.ts';
import { sign } from '../sign-off/sign.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  PUBLIC_URL: z.url(),
}));

/** Says what a passkey is to sign, records what it signed, and signs people in by it. Without pages: what verifies passkeys is large. */
export const create = (runtime: Runtime<'dynamodb'>) => {
  const env = environment(runtime, schema());
  const { dynamodb } = runtime.clients;
  const base = journeyDeps(runtime, env);
  const deps = {
    ...base,
    links: dynamoLinkIndex(dynamodb, env.JOURNEYS_TABLE),
    drafts: dynamoDrafts({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    attachments: dynamoAttachments({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    registers: dynamoReadiness({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    staff: dynamoStaffDirectory({ client: dynamodb, table: env.IDENTITIES_TABLE }),
    identities: dynamoPatientRecords({
      client: dynamodb,
      table: env.IDENTITIES_TABLE,
      randomBytes: runtime.randomBytes,
    }),
    passkeys: dynamoPasskeys({ client: dynamodb, table: env.IDENTITIES_TABLE }, jitterFrom(runtime.randomBytes)),
    sessions: dynamoSessions(dynamodb, env.IDENTITIES_TABLE, runtime.randomBytes),
    publicUrl: env.PUBLIC_URL,
  };
  return apiHandler(
    base.clock,
    postedByPeople(async (request) => {
      if (request.path.endsWith('/session')) return openSession(deps, request);
      return request.path.endsWith('/intent') ? showIntent(deps, request) : recordSigned(deps, request);
    }),
  );
};

async function recordSigned(deps: PasskeyDeps, request: Request): Promise<Response> {
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok) return refused(opened.refusal);
  const read = readSigned(request);
  if (!read.ok) return json(STATUS.invalid, { code: 'invalid', message: read.problem });
  const { submission, ...given } = read.value;
  const outcome = await sign(deps, opened.value, submission, byPasskey(deps, opened.value, given));
  return outcome.ok ? json(200, outcome.value) : refused(outcome.refusal);
}

export const handler = coldStart(create, { dynamodb: dynamodbClient });
