import type { Reply, World } from './world.ts';

/** Nobody tries more often before they call somebody. */
const MOST_TRIES = 40;

/**
 * A world of people and senders who do as they are told when something broke: the same message again, and what changed
 * meanwhile read anew before it is signed.
 */
export const persistentWorld = (world: World): World => ({
  ...world,
  async request(path, init) {
    let sent = init;
    let reply = await world.request(path, sent);
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      if (isChanged(reply)) sent = { ...init, body: await readAnew(world, path, init.body ?? '{}') };
      else if (reply.status < 500) break;
      reply = await world.request(path, sent);
    }
    // The first answer was lost, and the same message again has the same answer.
    return path === '/ehr/fhir' ? accepted(reply) : reply;
  },
});

const isChanged = ({ status, body }: Reply): boolean =>
  status === 409 && (body as { code?: unknown } | null)?.code === 'changed';

/** The same submission, of what is shown now. */
async function readAnew(world: World, path: string, submission: string): Promise<string> {
  const { body } = await world.request(path, { method: 'GET', headers: { accept: 'application/json' } });
  const { contentHash, nonce } = body as { contentHash: string; nonce: string };
  return JSON.stringify({ ...(JSON.parse(submission) as object), contentHash, nonce });
}

const accepted = (reply: Reply): Reply => (reply.status === 200 ? { ...reply, status: 202 } : reply);
