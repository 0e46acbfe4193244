import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** A request as the SDK sent it. */
export interface AwsCall {
  readonly method: string;
  readonly path: string;
  /** Operation of a JSON protocol, e.g. `SendTaskSuccess`; empty for REST. */
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

export interface AwsAnswer {
  readonly status?: number;
  /** Name of an error of the service. */
  readonly error?: string;
  readonly body?: unknown;
}

export interface FakeAws {
  readonly calls: AwsCall[];
  /** Decides the answers from now on. */
  answer(respond: (call: AwsCall) => AwsAnswer): void;
  /** Options for an SDK client. */
  readonly options: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  stop(): Promise<void>;
}

/** An AWS on loopback that answers as told and remembers what it was asked. */
export async function fakeAws(): Promise<FakeAws> {
  const calls: AwsCall[] = [];
  let respond: (call: AwsCall) => AwsAnswer = () => ({});
  const server = createServer(async (request, response) => {
    const call = await read(request);
    calls.push(call);
    const { error, status = error === undefined ? 200 : 400, body = {} } = respond(call);
    const headers = {
      'content-type': 'application/json',
      ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
    };
    response.writeHead(status, headers);
    response.end(
      JSON.stringify(error === undefined ? body : { __type: error, message: 'as told', ...(body as object) }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No address');
  return {
    calls,
    answer: (next) => {
      respond = next;
      calls.length = 0;
    },
    options: {
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<AwsCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const raw = Buffer.concat(parts);
  // The SDK compresses long requests of some services.
  const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
  const target = request.headers['x-amz-target'];
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    operation: String(target ?? '').replace(/^.*\./, ''),
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
