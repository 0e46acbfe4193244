import * as z from 'zod';
import { dynamoMailCounts } from '../adapters/dynamo-mail-counts.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { verifyChain } from '../domain/audit/chain.ts';
import type { Dossier } from '../domain/audit/dossier.ts';
import { parseJourneyId } from '../domain/identifiers/journey-id.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import { summaryOf } from '../domain/journey/summary.ts';
import { lazily } from '../domain/lazily.ts';
import { refuse } from '../domain/outcome.ts';
import { planOf } from '../domain/plan/plan.ts';
import type { MailCounts, StoredJourney } from '../domain/ports.ts';
import { minus } from '../domain/time.ts';
import { apiHandler } from '../middleware/api-handler.ts';
import { commonEnvironment, environment } from '../middleware/environment.ts';
import { json, type Request, type Response, refused } from '../middleware/http.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';

const PAGE = 100;

/** Operations: which journeys there are, one journey with its whole log, and the commands of `domain/commands`. */
export const create = (runtime: Runtime<'dynamodb'>) => {
  const env = environment(runtime, commonEnvironment);
  const deps = journeyDeps(runtime, env);
  const counts = dynamoMailCounts({ client: runtime.clients.dynamodb, table: env.JOURNEYS_TABLE });
  const registers = dynamoReadiness({ client: runtime.clients.dynamodb, table: env.JOURNEYS_TABLE });
  return apiHandler(deps.clock, async (request) => {
    if (request.path.endsWith('/ops/mails')) return mails(counts, deps, request);
    const { id } = request.parameters;
    if (id === undefined) return list(deps, request);
    const journeyId = parseJourneyId(id);
    if (!journeyId.ok) return refused(journeyId.refusal);
    if (request.method === 'POST') {
      // A page elsewhere can make a browser post a form or plain text, but not JSON.
      if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
        return json(415, { code: 'invalid', message: 'Content-Type: expected application/json' });
      }
      // Commands are seldom given, and half as large as all the rest.
      const { command } = await import('../ops/command.ts');
      return command({ ...deps, registers }, request, journeyId.value);
    }
    const isDossier = request.path.endsWith('/dossier');
    const { after } = request.query;
    const stored = await deps.store.load(journeyId.value, { asStored: isDossier || after === undefined });
    if (stored === undefined)
      return refused({ code: 'not-found', message: `Journey ${journeyId.value} was not found.` });
    if (isDossier) return json(200, await dossier(deps, stored));
    return after === undefined ? json(200, journeyOf(deps, stored)) : follow(stored, after);
  });
};

async function list(deps: JourneyDeps, { query }: Request): Promise<Response> {
  const page = await deps.store.list({
    open: query.all === undefined,
    limit: PAGE,
    ...(query.from === undefined ? {} : { from: query.from }),
  });
  return json(200, { journeys: page.journeys, next: page.next ?? null });
}

const mailsAsked = lazily(() =>
  z.object({
    site: z.string().min(1).max(64),
    days: z.coerce.number().int().min(1).max(400).default(30),
  }),
);

/** Mails of people of a site by day and class, where it has a budget for them. */
async function mails(counts: MailCounts, deps: JourneyDeps, { query }: Request): Promise<Response> {
  const asked = mailsAsked().safeParse(query);
  if (!asked.success) {
    return refused(
      refuse('invalid', `Query: ${z.prettifyError(asked.error)}. Expected site, and days from 1 to 400`).refusal,
    );
  }
  const { site, days } = asked.data;
  const from = minus(deps.now(), `P${days}D`, 'UTC').slice(0, 'yyyy-mm-dd'.length);
  return json(200, { site, from, mails: await counts.since(site, from) });
}

const journeyOf = (deps: JourneyDeps, stored: StoredJourney) => ({
  ...summaryOf(stored.state, protocolOf(deps, stored), stored.bindings, deps.now()),
  protocol: stored.state.protocol,
  phases: stored.state.phases,
  steps: Object.values(stored.state.steps),
  deviations: stored.state.deviations,
  plan: planOf(stored.state, protocolOf(deps, stored)),
  events: stored.events.length,
  verification: verifyChain(stored.events),
});

const seqKnown = lazily(() => z.coerce.number().int().min(0));

/** The log from the event after seq `after` on: for who follows a journey and knows the rest. */
function follow({ state, events }: StoredJourney, after: string): Response {
  const known = seqKnown().safeParse(after);
  return known.success && after.trim() !== ''
    ? json(200, { journeyId: state.id, events: events.slice(known.data) })
    : json(422, { code: 'invalid', message: 'after: expected the seq of an event, 0 or more' });
}

/** Seldom asked for, and large: it follows what was made of the cells, and what was left to others. */
async function dossier(deps: JourneyDeps, stored: StoredJourney): Promise<Dossier> {
  const { dossierOf } = await import('../domain/audit/dossier.ts');
  return dossierOf(stored.state.id, stored.events, protocolOf(deps, stored), deps.now());
}

export const handler = coldStart(create, { dynamodb: dynamodbClient });
