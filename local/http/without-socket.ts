import type { Clock } from '../clock/clock.ts';
import { type Reply, replyAs } from '../scenario/world.ts';
import type { PublicPorts } from './server.ts';

interface Init {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks a public route. */
export type Requesting = (path: string, init: Init) => Promise<Reply>;

/** The public routes as if over HTTP, with the same gateway behind them. */
export const withoutSocket =
  (gateway: PublicPorts['gateway'], clock: Clock): Requesting =>
  async (path, { method, headers: given = {}, body = '' }) => {
    const headers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
    const distinct = Object.entries(headers).map(([name, value]) => [name, [value]] as const);
    const request = {
      method,
      headers: { ...headers, host: 'localhost' },
      headersDistinct: { ...Object.fromEntries(distinct), host: ['localhost'] },
      socket: {},
    };
    const reply = await clock.track(gateway(request, new URL(path, 'http://localhost'), Buffer.from(body)));
    return replyAs(reply.status, (name) => reply.headers[name]?.toString(), reply.body.toString());
  };
