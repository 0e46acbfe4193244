import * as z from 'zod';
import { dynamoAttachments } from '../adapters/dynamo-attachments.ts';
import { dynamoLinkIndex } from '../adapters/dynamo-link-index.ts';
import { dynamoPatientRecords } from '../adapters/dynamo-patient-records.ts';
import { dynamoSessions } from '../adapters/dynamo-sessions.ts';
import { dynamoStaffDirectory } from '../adapters/dynamo-staff-directory.ts';
import { s3Attachments } from '../adapters/s3-attachments.ts';
import type { AttachmentDeps } from '../attachments/attachment-deps.ts';
import { giveAttachment } from '../attachments/give.ts';
import { takeAttachment } from '../attachments/take.ts';
import { MOST_BYTES } from '../domain/attachments/attachment.ts';
import { lazily } from '../domain/lazily.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, sites } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { coldStart, dynamodbClient, type Runtime, s3Client } from '../middleware/runtime.ts';
import { brokenPage } from '../sign-off/answer.ts';

const schema = lazily(() => ({
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  ATTACHMENTS_BUCKET: z.string().min(1),
  PUBLIC_URL: z.url(),
  SITES: sites(),
}));

/** Takes files that are attached to a step, and gives them out again. The only function that reaches the bucket they are in. */
export const create = (runtime: Runtime<'dynamodb' | 's3'>) => {
  const env = environment(runtime, schema());
  const { dynamodb, s3 } = runtime.clients;
  const base = journeyDeps(runtime, env);
  const identities = { client: dynamodb, table: env.IDENTITIES_TABLE, randomBytes: runtime.randomBytes };
  const deps: AttachmentDeps = {
    ...base,
    links: dynamoLinkIndex(dynamodb, env.JOURNEYS_TABLE),
    attachments: dynamoAttachments({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    files: s3Attachments(s3, env.ATTACHMENTS_BUCKET),
    staff: dynamoStaffDirectory(identities),
    sessions: dynamoSessions(dynamodb, env.IDENTITIES_TABLE, runtime.randomBytes),
    patients: dynamoPatientRecords(identities),
    sites: env.SITES,
    publicUrl: env.PUBLIC_URL,
  };
  return apiHandler(
    base.clock,
    (request) => (request.method === 'POST' ? takeAttachment(deps, request) : giveAttachment(deps, request)),
    (what, request) => brokenPage(deps, what, request),
    MOST_BYTES,
  );
};

export const handler = coldStart(create, { dynamodb: dynamodbClient, s3: s3Client });
