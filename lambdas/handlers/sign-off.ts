import * as z from 'zod';
import { dynamoAttachments } from '../adapters/dynamo-attachments.ts';
import { dynamoDrafts } from '../adapters/dynamo-drafts.ts';
import { dynamoLinkIndex } from '../adapters/dynamo-link-index.ts';
import { dynamoPatientRecords } from '../adapters/dynamo-patient-records.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { dynamoSessions } from '../adapters/dynamo-sessions.ts';
import { dynamoStaffRegister } from '../adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../adapters/pin-key.ts';
import { lazily } from '../domain/lazily.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, oidcOffered, procedureAddresses, sites } from '../middleware/environment.ts';
import { json, type Request } from '../middleware/http.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { pinNotTaken } from '../middleware/log.ts';
import { postedByPeople } from '../middleware/posted-by-people.ts';
import { coldStart, dynamodbClient, kmsClient, type Runtime } from '../middleware/runtime.ts';
import { brokenPage } from '../sign-off/answer.ts';
import { claim } from '../sign-off/claim.ts';
import { correct } from '../sign-off/correcting.ts';
import { recordSignOffOf } from '../sign-off/record.ts';
import { showSignOff } from '../sign-off/show.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  PIN_KEY_ARN: z.string().min(1),
  SITES: sites(),
  OIDC_OFFERED: oidcOffered,
  PUBLIC_URL: z.url(),
  PROCEDURE_ADDRESSES: procedureAddresses(),
}));

/** GET shows a step and changes nothing (mail scanners fetch every link); POST records what an authenticated person signs. */
export const create = (runtime: Runtime<'dynamodb' | 'kms'>) => {
  const env = environment(runtime, schema());
  const { clients, randomBytes } = runtime;
  const deps = journeyDeps(runtime, env);
  const patients = dynamoPatientRecords({
    client: clients.dynamodb,
    table: env.IDENTITIES_TABLE,
    randomBytes: runtime.randomBytes,
  });
  const signOff = {
    ...deps,
    links: dynamoLinkIndex(clients.dynamodb, env.JOURNEYS_TABLE),
    drafts: dynamoDrafts({ client: clients.dynamodb, table: env.JOURNEYS_TABLE }),
    attachments: dynamoAttachments({ client: clients.dynamodb, table: env.JOURNEYS_TABLE }),
    registers: dynamoReadiness({ client: clients.dynamodb, table: env.JOURNEYS_TABLE }),
    staff: dynamoStaffRegister({
      client: clients.dynamodb,
      table: env.IDENTITIES_TABLE,
      pinKey: kmsPinKey(clients.kms, env.PIN_KEY_ARN),
      randomBytes,
      notTaken: pinNotTaken,
    }),
    sites: env.SITES,
    offersOidc: env.OIDC_OFFERED === 'yes',
    publicUrl: env.PUBLIC_URL,
    procedureAddresses: env.PROCEDURE_ADDRESSES ?? {},
    sessions: dynamoSessions(clients.dynamodb, env.IDENTITIES_TABLE, runtime.randomBytes),
    patients,
    identities: patients,
  };
  return apiHandler(
    deps.clock,
    postedByPeople(async (request) => {
      if (request.method === 'GET' || request.method === 'HEAD') return showSignOff(signOff, request);
      if (request.method === 'POST') return posted(request)(signOff, request);
      return json(405, { code: 'invalid', message: `Method: got ${request.method}, expected GET or POST` });
    }),
    (what, request) => brokenPage(signOff, what, request),
  );
};

/** What is done with a form, by the end of its path. */
function posted({ path }: Request): typeof claim {
  if (path.endsWith('/claim')) return claim;
  return path.endsWith('/correction') ? correct : recordSignOffOf;
}

export const handler = coldStart(create, { dynamodb: dynamodbClient, kms: kmsClient });
