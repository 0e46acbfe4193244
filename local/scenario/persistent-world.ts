import * as z from 'zod';
import { type Instant, plus } from '../../lambdas/domain/time.ts';
import type { Reply, World } from './world.ts';

/** Nobody tries more often before they call somebody. */
const MOST_TRIES = 40;

/** A clock that runs behind takes for the future what has just happened; whoever is told so waits this long. */
const UNTIL_PAST = 'PT5M';

/**
 * A world of people and senders who do as they are told when something broke: the same message again, what changed meanwhile
 * read anew before it is signed, and what is said to be too early sent when it is not.
 */
export const persistentWorld = (world: World): World => ({
  ...world,
  isLate: true,
  async request(path, init) {
    let sent = init;
    let reply = await world.request(path, sent);
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      const until = isInTheFuture(reply) ? plus(await world.now(), UNTIL_PAST, 'UTC') : opensAt(reply);
      if (until !== undefined) await waitUntil(world, until);
      if (until !== undefined || isChanged(reply))
        sent = { ...init, body: await readAnew(world, path, init.body ?? '{}') };
      else if (reply.status < 500) break;
      reply = await world.request(path, sent);
    }
    // The first answer was lost, and the same message again has the same answer.
    return path === '/ehr/fhir' ? accepted(reply) : reply;
  },
});

const isChanged = ({ status, body }: Reply): boolean =>
  status === 409 && (body as { code?: unknown } | null)?.code === 'changed';

const isInTheFuture = ({ status, body }: Reply): boolean =>
  status === 422 && JSON.stringify(body).includes('"in-the-future"');

/** From when on a gate lets it be signed, where that is all it is closed for. */
const opensAt = ({ status, body }: Reply): Instant | undefined =>
  status === 403 ? / from (\d{4}-[^ ]+Z) on\b/.exec(JSON.stringify(body))?.[1] : undefined;

async function waitUntil(world: World, until: Instant): Promise<void> {
  while ((await world.now()) < until && (await world.pass(until)));
}

const shownAnew = z.object({ contentHash: z.string(), nonce: z.string() });

/** The same submission, of what is shown now; as it was where the page is no longer shown, or not yet again. */
async function readAnew(world: World, path: string, submission: string): Promise<string> {
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    const reply = await world.request(path, { method: 'GET', headers: { accept: 'application/json' } });
    const shown = shownAnew.safeParse(reply.body);
    if (shown.success) return JSON.stringify({ ...(JSON.parse(submission) as object), ...shown.data });
    if (reply.status < 500) break;
  }
  return submission;
}

const accepted = (reply: Reply): Reply => (reply.status === 200 ? { ...reply, status: 202 } : reply);
