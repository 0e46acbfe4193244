import type { Mail } from '../../local/aws/ses.ts';
import { type Acknowledged, acknowledgedBy } from '../../local/faults/acknowledged.ts';
import type { Reply, World } from '../../local/scenario/world.ts';
import type { KilledStack } from './killed-stack.ts';

interface ClockState {
  readonly now: string;
  readonly nextTimerAt: string | null;
}

/** Two years: the longest a journey may wait without writing to anybody. */
const LONGEST_SILENCE_MS = 2 * 366 * 24 * 60 * 60 * 1000;

/** A stack seen from outside, over HTTP alone: what is not answered is sent again, as senders and browsers would. */
export function outsideWorld(stack: KilledStack): {
  readonly world: World;
  /** What was acknowledged as recorded, in order. */
  readonly acknowledged: readonly Acknowledged[];
  mails(): Promise<readonly Mail[]>;
  /** Resolves when this many more requests have been answered. */
  answers(count: number): Promise<void>;
} {
  const acknowledged: Acknowledged[] = [];
  let answered = 0;
  let waiting: { readonly until: number; resolve(): void }[] = [];
  const countAnswer = (): void => {
    answered += 1;
    const due = waiting.filter(({ until }) => until <= answered);
    waiting = waiting.filter(({ until }) => until > answered);
    for (const { resolve } of due) resolve();
  };
  let journeyId = '';
  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    for (;;) {
      await stack.ready();
      try {
        const response = await fetch(`${stack.url}${path}`, { ...init, redirect: 'manual' });
        const text = await response.text();
        // 5xx: it was killed while it worked, or has not started yet.
        if (response.status >= 500) continue;
        countAnswer();
        const isJson = (response.headers.get('content-type') ?? '').includes('json');
        return { status: response.status, body: isJson ? JSON.parse(text) : text };
      } catch {
        // Killed: nobody knows whether it was done, so it is sent once more.
      }
    }
  };
  const clock = async (): Promise<ClockState> => (await send('/local/clock', { method: 'GET' })).body as ClockState;
  const advance = (by: string): Promise<Reply> =>
    send('/local/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: by }),
    });
  const mails = async (): Promise<readonly Mail[]> =>
    (await send('/local/outbox.json', { method: 'GET' })).body as readonly Mail[];

  const world: World = {
    name: 'embedded',
    now: async () => (await clock()).now,
    async request(path, init) {
      const reply = await send(path, init);
      if (path === '/ehr/fhir') {
        journeyId = (reply.body as { journeyId: string }).journeyId;
        // 200: the first answer was lost with the process that gave it.
        return { ...reply, status: reply.status === 200 ? 202 : reply.status };
      }
      acknowledged.push(...acknowledgedBy(path, init, reply));
      return reply;
    },
    mails: async (after) =>
      (await mails())
        .filter(({ tags }) => tags.journey === journeyId)
        .slice(after)
        .map(({ at, to, subject, text = '' }) => ({ at, to, subject, text })),
    settle: async () => {
      await advance('PT0S');
    },
    async pass(until) {
      const before = (await mails()).length;
      const start = await clock();
      const limit = until === undefined ? Date.parse(start.now) + LONGEST_SILENCE_MS : Date.parse(until);
      for (let at = start; (await mails()).length === before; at = await clock()) {
        if (until !== undefined && Date.parse(at.now) >= limit) return true;
        if (at.nextTimerAt !== null && Date.parse(at.nextTimerAt) <= limit) await advance('next');
        else if (until === undefined) return false;
        else await advance(`PT${(limit - Date.parse(at.now)) / 1000}S`);
      }
      return true;
    },
  };
  const answers = (count: number): Promise<void> =>
    count <= 0 ? Promise.resolve() : new Promise((resolve) => waiting.push({ until: answered + count, resolve }));
  return { world, acknowledged, mails, answers };
}
