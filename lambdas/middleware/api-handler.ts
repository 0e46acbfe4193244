import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { FunctionClock } from './function-clock.ts';
import { json, type Request, type Response, toRequest, toResult } from './http.ts';
import { describe, log } from './log.ts';
import { isTransient } from './transient.ts';

/** Largest body any route takes, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** The stack of an HTTP function: request in, response out; a fault is logged and answered without its inside. */
export function apiHandler(clock: FunctionClock, handle: (request: Request) => Promise<Response>) {
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error>({ timeoutEarlyInMillis: 0 })
    .before(clock.refresh)
    .onError((request) => {
      log('error', 'request failed', { resource: request.event.resource, ...describe(request.error) });
      request.response = toResult(
        isTransient(request.error)
          ? json(503, { code: 'busy', message: 'Please try again in a moment; nothing was recorded twice.' })
          : json(500, {
              code: 'fault',
              message: 'Something broke on our side. Operations were told; nothing was half-recorded.',
            }),
      );
    })
    .handler(async (event) => {
      const request = toRequest(event);
      if (request.body.byteLength > MAX_BODY_BYTES) {
        return toResult(
          json(413, {
            code: 'too-large',
            message: `Body: got ${request.body.byteLength} bytes, expected at most ${MAX_BODY_BYTES}`,
          }),
        );
      }
      return toResult(await handle(request));
    });
}
