import * as z from 'zod';
import { dynamoAddresses } from '../adapters/dynamo-addresses.ts';
import { dynamoLinkIndex } from '../adapters/dynamo-link-index.ts';
import { dynamoPatientRecords } from '../adapters/dynamo-patient-records.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { dynamoSessions } from '../adapters/dynamo-sessions.ts';
import { dynamoStaffCalendar } from '../adapters/dynamo-staff-calendar.ts';
import { staffOfSite } from '../adapters/dynamo-staff-directory.ts';
import { dynamoStaffRegister } from '../adapters/dynamo-staff-register.ts';
import { kmsPinKey } from '../adapters/pin-key.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment, oidcOffered, proveAddresses, sites } from '../middleware/environment.ts';
import type { Request, Response } from '../middleware/http.ts';
import { json } from '../middleware/http.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { pinNotTaken } from '../middleware/log.ts';
import { coldStart, dynamodbClient, kmsClient, type Runtime } from '../middleware/runtime.ts';
import { type SignedIn, signedIn } from '../session/signed-in.ts';
import { brokenPage } from '../sign-off/answer.ts';
import { comeBack, handOver, sayAway, showAway, takeBack } from '../worklist/away.ts';
import { openStep } from '../worklist/open-step.ts';
import { toSignIn } from '../worklist/own-page.ts';
import { showEntry, showRegister, showRegisters } from '../worklist/registers.ts';
import { showBoard } from '../worklist/show-board.ts';
import { showJourney } from '../worklist/show-journey.ts';
import { showWorklist } from '../worklist/show-worklist.ts';
import { openSignIn, signIn, signOut } from '../worklist/sign-in.ts';
import type { WorklistDeps } from '../worklist/worklist-deps.ts';

const schema = {
  ...commonEnvironment,
  IDENTITIES_TABLE: z.string().min(1),
  PIN_KEY_ARN: z.string().min(1),
  PUBLIC_URL: z.url(),
  SITES: sites,
  PROVE_ADDRESSES: proveAddresses,
  OIDC_OFFERED: oidcOffered,
} as const;

/**
 * Sign-in, and the pages that a session reads: worklist, timeline, board and registers; and who acts in whose place. No step is signed here.
 */
export const create = (runtime: Runtime<'dynamodb' | 'kms'>) => {
  const env = environment(runtime, schema);
  const { randomBytes, clients } = runtime;
  const journeys = journeyDeps(runtime, env);
  const identities = { client: clients.dynamodb, table: env.IDENTITIES_TABLE, randomBytes };
  const deps: WorklistDeps = {
    ...journeys,
    links: dynamoLinkIndex(clients.dynamodb, env.JOURNEYS_TABLE),
    staff: dynamoStaffRegister({
      ...identities,
      pinKey: kmsPinKey(clients.kms, env.PIN_KEY_ARN),
      notTaken: pinNotTaken,
    }),
    sessions: dynamoSessions(clients.dynamodb, env.IDENTITIES_TABLE, randomBytes),
    patients: dynamoPatientRecords(identities),
    addresses: env.PROVE_ADDRESSES ? dynamoAddresses(identities) : undefined,
    staffOf: (site) => staffOfSite(identities, site),
    calendars: dynamoStaffCalendar(identities),
    registers: dynamoReadiness({ client: clients.dynamodb, table: env.JOURNEYS_TABLE }),
    sites: env.SITES,
    offersOidc: env.OIDC_OFFERED === 'yes',
    publicUrl: env.PUBLIC_URL,
    randomBytes,
  };
  return apiHandler(
    journeys.clock,
    (request) => answer(deps, request),
    (what, request) => brokenPage(deps, what, request),
  );
};

async function answer(deps: WorklistDeps, request: Request): Promise<Response> {
  const { path, parameters } = request;
  const isPost = request.method === 'POST';
  if (path === '/sign-in') return isPost ? signIn(deps, request) : openSignIn(deps, request);
  if (path === '/sign-out' && isPost) return signOut(deps, request);
  const show = isPost ? POSTS[path] : (READS[path] ?? namedIn(parameters));
  if (show === undefined) return json(405, { code: 'invalid', message: `Method: got ${request.method}` });
  const reader = await signedIn(deps, request);
  // After a post the address is none that can be read.
  if (reader === undefined) return toSignIn(deps, isPost ? { ...request, path: '/worklist' } : request);
  return show(deps, request, reader);
}

/** What an address leads to that names one of many. */
function namedIn({ id, register, entry }: Request['parameters']): Route | undefined {
  if (register !== undefined) return entry === undefined ? showRegister : showEntry;
  return id === undefined ? undefined : showJourney;
}

type Route = (deps: WorklistDeps, request: Request, reader: SignedIn) => Promise<Response>;

const READS: Readonly<Record<string, Route>> = {
  '/worklist': showWorklist,
  '/board': showBoard,
  '/worklist/away': showAway,
  '/worklist/registers': showRegisters,
};
const POSTS: Readonly<Record<string, Route>> = {
  '/worklist/steps': openStep,
  '/worklist/delegations': handOver,
  '/worklist/delegations/end': takeBack,
  '/worklist/absences': sayAway,
  '/worklist/absences/end': comeBack,
};

export const handler = coldStart(create, { dynamodb: dynamodbClient, kms: kmsClient });
