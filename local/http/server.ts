import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { operationOutcome } from '../../lambdas/ehr/answer.ts';
import type { Clock } from '../clock/clock.ts';
import { type LocalAws, localRoute, type Sent } from './local-routes.ts';
import { type PublicRequest, type Reply, say } from './proxy.ts';

/** Largest body that is taken, 1 MiB; with a file, what a function can be handed. */
const LARGEST_BODY = 1_048_576;
const LARGEST_FILE = 6 * LARGEST_BODY;

/** What stands behind the public server. */
export interface PublicPorts {
  readonly clock: Clock;
  /** Answers everything outside `/local/`. */
  gateway(request: PublicRequest, url: URL, body: Buffer): Promise<Reply>;
  readonly sent: Sent;
  readonly aws: LocalAws;
}

export interface PublicServer {
  readonly port: number;
  /** Begins to answer; until then every request is 503. */
  serve(ports: PublicPorts): void;
  close(): Promise<void>;
}

/** Takes the port on 127.0.0.1 (0: any free one), so that the address is known before the functions are made. */
export async function bindPublicServer(port: number): Promise<PublicServer> {
  let ports: PublicPorts | undefined;
  let closed: Promise<unknown> | undefined;
  const server = createServer((request, response) => {
    receive(request, (body) => {
      answer(ports, request, body)
        .catch(() => say(500, 'Internal server error'))
        .then((reply) => send(response, reply, request.method === 'HEAD'));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`The server has no port (wanted ${port})`);
  return {
    port: address.port,
    serve: (given) => {
      ports = given;
    },
    close: async () => {
      closed ??= once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  ports: PublicPorts | undefined,
  request: IncomingMessage,
  body: Buffer | undefined,
): Promise<Reply> {
  // Another name could be a page elsewhere that had its own name point to this machine.
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) {
    return say(421, 'Expected Host localhost or 127.0.0.1');
  }
  if (ports === undefined) return say(503, 'Starting');
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (body === undefined) return tooLong(url.pathname);
  const { clock, gateway, sent, aws } = ports;
  if (!url.pathname.startsWith('/local/')) {
    const release = clock.hold();
    return gateway(request, url, body).finally(release);
  }
  // A form on a page from elsewhere must not be able to move the clock of somebody's stack.
  const json = request.headers['content-type']?.startsWith('application/json') === true;
  if (request.method === 'POST' && !json) return say(415, 'Expected Content-Type application/json');
  const reply = await localRoute(request.method ?? 'GET', url.pathname, body, clock, sent, aws);
  return reply ?? say(404, 'Not found');
}

/** A FHIR client expects an OperationOutcome, also of what never reaches the function. */
function tooLong(path: string): Reply {
  if (!path.startsWith('/ehr/')) return say(413, 'Request Too Long');
  const diagnostics = `Body: expected at most ${LARGEST_BODY} bytes (1 MiB)`;
  const { status, headers = {}, body } = operationOutcome(413, [{ code: 'too-long', diagnostics }]);
  return { status, headers, body };
}

/** Reads the body; undefined when it is too long (the rest is read and dropped, so that the answer arrives). */
function receive(request: IncomingMessage, done: (body: Buffer | undefined) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  const largest = request.url?.endsWith('/attachments') === true ? LARGEST_FILE : LARGEST_BODY;
  request.on('data', (part: Buffer) => {
    size += part.length;
    if (size <= largest) parts.push(part);
    else parts.length = 0;
  });
  request.on('end', () => done(size <= largest ? Buffer.concat(parts) : undefined));
}

function send(response: ServerResponse, reply: Reply, head: boolean): void {
  const headers = Object.entries(reply.headers).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [...value],
  ]);
  response.writeHead(reply.status, {
    ...(Object.fromEntries(headers) as Record<string, string | string[]>),
    'content-length': Buffer.byteLength(reply.body),
  });
  response.end(head ? undefined : reply.body);
}
