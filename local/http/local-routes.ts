import { Temporal } from 'temporal-polyfill';
import type { ToPhone } from '../aws/end-user-messaging.ts';
import type { Mail } from '../aws/ses.ts';
import type { Clock, VirtualClock } from '../clock/clock.ts';
import { outboxPage } from './outbox-page.ts';
import type { Reply } from './proxy.ts';

/** Where the loopback AWS is, for `atmp staff`: whoever reaches it may do everything, as on this port. */
export interface LocalAws {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  /** Name of the table Identities. */
  readonly identities: string | undefined;
  /** Name of the table Journeys, where registers are kept. */
  readonly journeys: string | undefined;
  /** Name of the bucket into which other systems put their exports. */
  readonly mirrors: string | undefined;
  /** Of the key by which PINs are kept. */
  readonly pinKeyArn: string | undefined;
}

const answer = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const isVirtual = (clock: Clock): clock is VirtualClock => clock.kind === 'virtual';

/** What was sent, oldest first. */
export interface Sent {
  mails(): readonly Mail[];
  /** Text messages and calls. */
  toPhones(): readonly ToPhone[];
}

/** The routes under `/local/`, which exist only embedded: the outbox, the clock and the loopback AWS. Undefined: no such route. */
export async function localRoute(
  method: string,
  path: string,
  body: Buffer,
  clock: Clock,
  sent: Sent,
  aws: LocalAws,
): Promise<Reply | undefined> {
  switch (`${method} ${path}`) {
    case 'GET /local/outbox':
      return {
        status: 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
        },
        body: outboxPage(sent.mails(), sent.toPhones()),
      };
    case 'GET /local/outbox.json':
      return answer(200, sent.mails());
    case 'GET /local/phones.json':
      return answer(200, sent.toPhones());
    case 'GET /local/aws':
      return answer(200, { ...aws, now: new Date(clock.now()).toISOString() });
    case 'GET /local/clock':
      return answer(200, clockState(clock));
    case 'POST /local/clock':
      return isVirtual(clock)
        ? await move(clock, body)
        : answer(409, { message: 'The clock is real; start with --virtual-clock to move it' });
    default:
      return undefined;
  }
}

function clockState(clock: Clock): unknown {
  const now = new Date(clock.now()).toISOString();
  if (!isVirtual(clock)) return { kind: clock.kind, now };
  const next = clock.nextTimerAt();
  return { kind: clock.kind, now, nextTimerAt: next === undefined ? null : new Date(next).toISOString() };
}

async function move(clock: VirtualClock, body: Buffer): Promise<Reply> {
  const expected = { message: 'Expected {"advance": "next"} or an ISO 8601 duration, e.g. {"advance": "P3D"}' };
  let wish: unknown;
  try {
    wish = (JSON.parse(body.toString('utf8')) as { advance?: unknown } | null)?.advance;
  } catch {
    return answer(400, expected);
  }
  if (wish === 'next') {
    const moved = await clock.advanceToNextTimer();
    return answer(200, { moved, ...(clockState(clock) as object) });
  }
  const ms = typeof wish === 'string' ? durationMs(wish, clock.now()) : undefined;
  if (ms === undefined) return answer(400, expected);
  await clock.advance(ms);
  return answer(200, { moved: true, ...(clockState(clock) as object) });
}

function durationMs(text: string, fromMs: number): number | undefined {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO('UTC');
    const ms = start.add(Temporal.Duration.from(text)).epochMilliseconds - fromMs;
    return ms >= 0 ? ms : undefined;
  } catch {
    return undefined;
  }
}
