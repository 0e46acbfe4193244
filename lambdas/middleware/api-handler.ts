import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { FunctionClock } from './function-clock.ts';
import { json, type Request, type Response, toRequest, toResult } from './http.ts';
import { describe, log } from './log.ts';
import { isTransient } from './transient.ts';

/** Largest body a route takes, in bytes, unless it takes files. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** What happened before or instead of an answer of the route's own. */
export interface Broken {
  readonly status: 413 | 500 | 503;
  readonly code: string;
  readonly message: string;
}

const asJson = ({ status, code, message }: Broken): Response => json(status, { code, message });

/**
 * The stack of an HTTP function: request in, response out; a fault is logged and answered without its inside.
 *
 * @param broken how the route words what broke; JSON unless given
 * @param mostBytes of a body
 */
export function apiHandler(
  clock: FunctionClock,
  handle: (request: Request) => Promise<Response>,
  broken: (what: Broken, request: Request) => Response = asJson,
  mostBytes = MAX_BODY_BYTES,
) {
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error>({ timeoutEarlyInMillis: 0 })
    .before(clock.refresh)
    .onError((request) => {
      log('error', 'request failed', { resource: request.event.resource, ...describe(request.error) });
      const what: Broken = isTransient(request.error)
        ? { status: 503, code: 'busy', message: 'Please try again in a moment; nothing was recorded twice.' }
        : {
            status: 500,
            code: 'fault',
            message: 'Something broke on our side. Operations were told; nothing was half-recorded.',
          };
      request.response = toResult(broken(what, toRequest(request.event)));
    })
    .handler(async (event) => {
      const request = toRequest(event);
      if (request.body.byteLength > mostBytes) {
        const message = `Body: got ${request.body.byteLength} bytes, expected at most ${mostBytes}`;
        return toResult(broken({ status: 413, code: 'too-large', message }, request));
      }
      return toResult(await handle(request));
    });
}
