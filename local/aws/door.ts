import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from '../clock/clock.ts';
import type { AwsRequest, AwsResponse, Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { asServiceError, ServiceError } from './service-error.ts';

/** The loopback AWS: one address for all services, as the SDK's `endpoint`. */
export interface Door {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** The services by the name that requests are signed for. */
export type Services = Readonly<Record<string, Service>>;

/** Services that speak REST: refusals there have their own status. */
const REST = new Set(['ses', 'scheduler', 's3']);

/**
 * Opens the door on 127.0.0.1. A request is counted as work from its arrival until its answer has been handed over;
 * the signature names service and principal and is not checked: whoever reaches the loopback address may be anyone.
 */
export async function openDoor(services: Services, iam: Iam, clock: Clock): Promise<Door> {
  const server = createServer((incoming, outgoing) => {
    const release = clock.hold();
    outgoing.once('close', release);
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => void answer(services, iam, incoming, Buffer.concat(parts), outgoing));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback AWS has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A request as it arrives, by whatever way. */
export interface Arrival {
  readonly accessKeyId: string;
  /** The name the request was signed for, e.g. `dynamodb`. */
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: AwsRequest['headers'];
  readonly body: Buffer;
}

/** Answers a request; every refusal and failure is an answer too, in the protocol of the service. */
export async function answerArrival(services: Services, iam: Iam, arrival: Arrival): Promise<AwsResponse> {
  try {
    const service = services[arrival.service];
    if (service === undefined) {
      throw new ServiceError(
        'UnknownOperationException',
        `Service '${arrival.service}' is not part of the embedded stack`,
      );
    }
    const { accessKeyId, method, path, query, headers, body } = arrival;
    const target = String(headers['x-amz-target'] ?? '');
    const operation = target.slice(target.indexOf('.') + 1);
    return await service({ principal: iam.principal(accessKeyId), method, path, query, headers, operation, body });
  } catch (thrown) {
    return refusal(asServiceError(thrown), arrival.service);
  }
}

async function answer(
  services: Services,
  iam: Iam,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<void> {
  const [, accessKeyId = '', service = ''] =
    /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(incoming.headers.authorization ?? '') ?? [];
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const response = await answerArrival(services, iam, {
    accessKeyId,
    service,
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
  });
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': Buffer.byteLength(response.body) });
  outgoing.end(response.body);
}

function refusal({ code, message, status }: ServiceError, service: string): AwsResponse {
  if (service === 's3') {
    const name = code === 'AccessDeniedException' ? 'AccessDenied' : code;
    const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return {
      status: name === 'AccessDenied' ? 403 : status,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${name}</Code><Message>${text}</Message></Error>`,
    };
  }
  return {
    status: REST.has(service) && code === 'AccessDeniedException' ? 403 : status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message, Message: message }),
  };
}
