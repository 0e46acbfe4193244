import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Match } from './routes.ts';

/** What the gateway looks at of a request. */
export interface PublicRequest {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly headersDistinct: NodeJS.Dict<string[]>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** What is sent back to the caller. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

/** A short answer of the server itself, as API Gateway words them. */
export const say = (status: number, message: string): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
});

/** The event of a Lambda proxy integration (payload version 1.0); a body that is no UTF-8 text is base64. */
export function proxyEvent(
  request: PublicRequest,
  url: URL,
  body: Buffer,
  match: Match,
  account: string,
  nowMs: number,
): unknown {
  const { api, route, parameters } = match;
  // Without a prototype, so that a name such as `constructor` finds nothing.
  const headers: Record<string, string> = Object.create(null);
  const multiValueHeaders: Record<string, string[]> = Object.create(null);
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values === undefined) continue;
    multiValueHeaders[name] = values;
    headers[name] = values.at(-1) ?? '';
  }
  const query: Record<string, string> = Object.create(null);
  const multiValueQuery: Record<string, string[]> = Object.create(null);
  for (const [name, value] of url.searchParams) {
    query[name] = value;
    multiValueQuery[name] = [...(multiValueQuery[name] ?? []), value];
  }
  const text = body.toString('utf8');
  const isText = Buffer.from(text, 'utf8').equals(body);
  const hasQuery = url.searchParams.size > 0;
  return {
    resource: route.path,
    path: url.pathname,
    httpMethod: request.method,
    headers,
    multiValueHeaders,
    queryStringParameters: hasQuery ? query : null,
    multiValueQueryStringParameters: hasQuery ? multiValueQuery : null,
    pathParameters: Object.keys(parameters).length > 0 ? parameters : null,
    stageVariables: null,
    requestContext: {
      accountId: account,
      apiId: api.id,
      domainName: request.headers.host,
      httpMethod: request.method,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
        userArn: null,
      },
      path: `/${api.stage}${url.pathname}`,
      protocol: 'HTTP/1.1',
      requestId: randomUUID(),
      requestTimeEpoch: nowMs,
      resourceId: 'embedded',
      resourcePath: route.path,
      stage: api.stage,
    },
    body: body.length === 0 ? null : isText ? text : body.toString('base64'),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** The answer of a proxy function as HTTP; undefined when it is malformed, for which API Gateway says 502. */
export function proxyReply(payload: unknown): Reply | undefined {
  const result = payload as Partial<APIGatewayProxyResult> | null;
  if (result === null || typeof result !== 'object' || !Number.isInteger(result.statusCode)) return undefined;
  if (result.body !== undefined && typeof result.body !== 'string') return undefined;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(result.headers ?? {})) headers[name.toLowerCase()] = String(value);
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    headers[name.toLowerCase()] = values.map(String);
  headers['content-type'] ??= 'application/json';
  const body = result.body ?? '';
  return {
    status: Number(result.statusCode),
    headers,
    body: result.isBase64Encoded === true ? Buffer.from(body, 'base64') : body,
  };
}
