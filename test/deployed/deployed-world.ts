import * as z from 'zod';
import { signedFetch } from '../../local/cli/signed-request.ts';
import { replyOf, type World } from '../../local/scenario/world.ts';
import { apiPath } from './api-path.ts';
import { type Deployment, invoke } from './deployment.ts';
import { Mailbox } from './mailbox.ts';
import { MovedClock } from './moved-clock.ts';
import { quiet } from './quiet.ts';
import { fire, schedulesByTime } from './schedules.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The sweep is daily; here it is called this often, because nothing it finds may ever be there. */
const SWEEP_EVERY_MS = 30 * DAY_MS;
/** Two years: the longest a journey may wait without writing to anybody. */
const LONGEST_SILENCE_MS = 2 * 366 * DAY_MS;

const swept = z.object({ stuck: z.literal(0), undelivered: z.literal(0) });

/**
 * The application as it is deployed, with a clock the test moves: people and the EHR over HTTP, mail as SES took it, and
 * this test in place of Scheduler, because the emulator's knows real time only.
 */
export async function deployedWorld(deployment: Deployment, fromMs: number): Promise<World> {
  const clock = new MovedClock(deployment);
  await clock.moveTo(fromMs);
  const mailbox = await Mailbox.emptyAt(deployment.endpoint, () => clock.now());
  let lastSweepMs = fromMs;

  async function sweepWhenDue(): Promise<void> {
    if (clock.nowMs() - lastSweepMs < SWEEP_EVERY_MS) return;
    lastSweepMs = clock.nowMs();
    await sweep(deployment);
  }

  return {
    name: 'deployed',
    now: async () => clock.now(),
    async request(path, { method, headers, body }) {
      const response = await signedFetch(deployment.endpoint, {
        service: 'execute-api',
        method,
        path: apiPath(deployment.outputs, path),
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
      });
      return replyOf(response);
    },
    mails: async (after) => (await mailbox.mails()).slice(after),
    settle: async () => {
      await quiet(deployment);
    },
    async pass(until) {
      const before = (await mailbox.mails()).length;
      const limitMs = until === undefined ? clock.nowMs() + LONGEST_SILENCE_MS : Date.parse(until);
      for (;;) {
        const next = (await schedulesByTime(deployment))[0];
        if (next === undefined || next.atMs > limitMs) {
          if (until === undefined) return false;
          if (limitMs > clock.nowMs()) await clock.moveTo(limitMs);
          await sweepWhenDue();
          return true;
        }
        if (next.atMs > clock.nowMs()) await clock.moveTo(next.atMs);
        await fire(deployment, next);
        await quiet(deployment);
        await sweepWhenDue();
        if ((await mailbox.mails()).length > before) return true;
      }
    },
  };
}

/** Calls the daily sweep. @throws Error when it found a journey stuck or an effect that was never done. */
export async function sweep(deployment: Deployment): Promise<void> {
  const answer = await invoke(deployment, deployment.outputs.sweepFunction, JSON.stringify({ schemaVersion: 1 }));
  if (!swept.safeParse(answer).success) {
    throw new Error(`Sweep: got ${JSON.stringify(answer)}, expected nothing stuck and nothing undelivered`);
  }
  await quiet(deployment);
}
