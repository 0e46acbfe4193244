import * as z from 'zod';
import { dynamoCompetence } from '../adapters/dynamo-competence.ts';
import { dynamoMessageStore } from '../adapters/dynamo-message-store.ts';
import { dynamoMirrors } from '../adapters/dynamo-mirrors.ts';
import { dynamoRegisters } from '../adapters/dynamo-registers.ts';
import { dynamoStaffDirectory } from '../adapters/dynamo-staff-directory.ts';
import { s3Mirrors } from '../adapters/s3-mirrors.ts';
import { mirrorPut } from '../domain/payloads.ts';
import { commonEnvironment, environment, mirrors, sites } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { log } from '../middleware/log.ts';
import { coldStart, dynamodbClient, type Runtime, s3Client } from '../middleware/runtime.ts';
import { taskHandler } from '../middleware/task-handler.ts';
import type { MirrorDeps } from '../registers/mirror-deps.ts';
import { takeMirror } from '../registers/take-mirror.ts';

/** Another system put its export of a register into the bucket of mirrors. */
export const create = (runtime: Runtime<'dynamodb' | 's3'>) => {
  const env = environment(runtime, {
    ...commonEnvironment,
    IDENTITIES_TABLE: z.string().min(1),
    MIRRORS_BUCKET: z.string().min(1),
    MIRRORS: mirrors(),
    SITES: sites(),
  });
  const base = journeyDeps(runtime, env);
  const { dynamodb, s3 } = runtime.clients;
  const { randomBytes } = runtime;
  const journeys = { client: dynamodb, table: env.JOURNEYS_TABLE, randomBytes };
  const identities = { client: dynamodb, table: env.IDENTITIES_TABLE, randomBytes };
  const registers = dynamoRegisters(journeys);
  const deps: MirrorDeps = {
    registers,
    files: s3Mirrors(s3, env.MIRRORS_BUCKET),
    deliveries: dynamoMirrors(journeys),
    messages: dynamoMessageStore(journeys),
    competence: dynamoCompetence(identities),
    staff: dynamoStaffDirectory(identities),
    mirrors: env.MIRRORS,
    sites: env.SITES,
    now: base.now,
  };
  return taskHandler(base.clock, mirrorPut(), async (put) => {
    const taken = await takeMirror(deps, put);
    log(taken.outcome === 'refused' ? 'warn' : 'info', 'mirror', { ...taken });
    return { schemaVersion: 1, ...taken };
  });
};

export const handler = coldStart(create, { dynamodb: dynamodbClient, s3: s3Client });
