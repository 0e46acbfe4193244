import type { Agent } from 'node:http';
import { Readable } from 'node:stream';
import { sdkLogger } from '../../lambdas/middleware/runtime.ts';
import type { Clock } from '../clock/clock.ts';
import type { Way } from './clients.ts';
import { answerArrival, type Services } from './door.ts';
import type { Iam } from './iam.ts';
import type { Meter } from './usage.ts';

/** Over the loopback door, signed as `accessKeyId`. */
export const overDoor =
  (accessKeyId: string, endpoint: string, region: string, httpAgent: Agent): Way =>
  () => ({
    endpoint,
    region,
    logger: sdkLogger,
    credentials: { accessKeyId, secretAccessKey: 'embedded' },
    requestHandler: { httpAgent },
  });

const NOWHERE = { url: new URL('http://127.0.0.1') };

/** A request as the SDK has serialised it. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/**
 * To the same services without a socket and without computing a signature nobody checks: for functions, which run in
 * this process and make hundreds of thousands of calls in a simulation. What the SDK serialises and parses is the same.
 */
export function withinProcess(
  accessKeyId: string,
  region: string,
  services: Services,
  iam: Iam,
  clock: Clock,
  meter: Meter,
): Way {
  return (service) => ({
    endpoint: 'http://127.0.0.1',
    // Instead of evaluating the rules of the service for each request, only to come to the endpoint above.
    endpointProvider: () => NOWHERE,
    region,
    logger: sdkLogger,
    credentials: { accessKeyId, secretAccessKey: 'embedded' },
    signer: { sign: (request: unknown) => Promise.resolve(request) },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      httpHandlerConfigs: () => ({}),
      updateHttpClientConfig: () => undefined,
      destroy: () => undefined,
      handle: async (request: SdkRequest) => {
        const { method, path, headers, body = '' } = request;
        const query = new URLSearchParams();
        for (const [name, value] of Object.entries(request.query ?? {})) {
          for (const one of Array.isArray(value) ? value : [value ?? '']) query.append(name, String(one));
        }
        const arrival = { accessKeyId, service, method, path, query, headers, body: bytesOf(body) };
        meter.count(accessKeyId, 'awsCalls');
        const answer = await clock.track(answerArrival(services, iam, arrival));
        const bytes = Buffer.from(answer.body);
        // What comes out of a bucket the SDK reads as a stream, and everything else either way.
        const given = service === 's3' ? Readable.from([bytes], { objectMode: false }) : bytes;
        return { response: { statusCode: answer.status, headers: answer.headers, body: given } };
      },
    },
  });
}

const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
