import { setTimeout as pause } from 'node:timers/promises';
import { orderMessage, signedHeaders } from '../../local/scenario/order-message.ts';
import { seedExampleStaff } from '../../local/scenario/place.ts';
import { EXAMPLE_SITE } from '../../local/scenario/staff.ts';
import { startStack } from '../../local/stack.ts';
import { percentile } from './measure.ts';

const A_SECOND = 50;
/** One order in ten, as after: enough that what follows from one is compiled too. */
const WARMING = 300;
const REQUESTS = 500;

export interface WebhookFigures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor time of this process for one request, with all that follows from it. */
  readonly cpuMs: number;
}

/**
 * Signed messages at a steady rate on the real clock, whether or not those before are answered: one order in ten, the
 * others repeated deliveries of it, which an integration engine sends until it has seen the answer.
 */
export async function webhookFigures(): Promise<WebhookFigures> {
  const stack = await startStack({ seed: 1, clock: 'real', prepare: seedExampleStaff });
  try {
    const secret = `whsec_${stack.secret('WebhookSecret')}`;
    const send = async (order: string): Promise<number> => {
      const at = new Date(stack.clock.now()).toISOString();
      const body = orderMessage({ protocol: 'kymriah', order, site: EXAMPLE_SITE, authoredOn: '2026-01-01T00:00:00Z' });
      const headers = signedHeaders(secret, `msg_${order}`, at, body);
      const began = performance.now();
      const reply = await fetch(`${stack.url}/ehr/fhir`, { method: 'POST', headers, body });
      await reply.text();
      if (reply.status !== 202 && reply.status !== 200) throw new Error(`bench: webhook got ${reply.status}`);
      return performance.now() - began;
    };
    for (let index = 0; index < WARMING; index += 1) await send(`warm-${Math.floor(index / 10)}`);
    await stack.clock.idle();
    const cpu = process.cpuUsage();
    const began = performance.now();
    const sent: Promise<number>[] = [];
    for (let index = 0; index < REQUESTS; index += 1) {
      await pause(Math.max(0, began + (index * 1_000) / A_SECOND - performance.now()));
      sent.push(send(`order-${Math.floor(index / 10)}`));
    }
    const times = await Promise.all(sent);
    const perSecond = (REQUESTS * 1_000) / (performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    const cpuMs = (user + system) / 1_000 / REQUESTS;
    const at = (share: number): number => percentile(times, share);
    return { perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuMs };
  } finally {
    await stack.stop();
  }
}
