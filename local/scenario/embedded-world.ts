import type { Instant } from '../../lambdas/domain/time.ts';
import type { VirtualClock } from '../clock/clock.ts';
import type { EmbeddedStack } from '../stack.ts';
import { replyOf, type World } from './world.ts';

const instantOf = (ms: number): Instant => new Date(ms).toISOString();

/** Two years: the longest a journey may wait without writing to anybody. */
const LONGEST_SILENCE_MS = 2 * 366 * 24 * 60 * 60 * 1000;

/** The embedded stack on a virtual clock: time jumps to whatever is due next. */
export function embeddedWorld(stack: EmbeddedStack & { readonly clock: VirtualClock }): World {
  const { clock, url } = stack;
  const mailCount = () => stack.usage().emails;
  return {
    name: 'embedded',
    now: async () => instantOf(clock.now()),
    async request(path, init) {
      return replyOf(await fetch(`${url}${path}`, { ...init, redirect: 'manual' }));
    },
    mails: async (after) => stack.outbox(after).map(({ at, to, subject, text = '' }) => ({ at, to, subject, text })),
    settle: () => clock.idle(),
    async pass(until) {
      const before = mailCount();
      const limit = until === undefined ? clock.now() + LONGEST_SILENCE_MS : Date.parse(until);
      while (mailCount() === before) {
        if (await clock.advanceToNextTimer(limit)) continue;
        if (until !== undefined) await clock.advance(Math.max(0, limit - clock.now()));
        return until !== undefined;
      }
      return true;
    },
  };
}
