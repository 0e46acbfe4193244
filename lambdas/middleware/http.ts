import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Refusal, RefusalCode } from '../domain/outcome.ts';

/** A request as our functions see it: lower-case header names, raw body bytes. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** IAM principal of the caller, where API Gateway checked one. */
  readonly principal: string | undefined;
}

export const isForm = ({ headers }: Request): boolean =>
  (headers['content-type'] ?? '').includes('application/x-www-form-urlencoded');

export interface Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text; a file as its bytes. */
  readonly body: string | Uint8Array;
}

/** The only place that knows which refusal is which HTTP status. */
export const STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  changed: 409,
  expired: 410,
  'too-large': 413,
  parked: 202,
};

export function toRequest(event: APIGatewayProxyEvent): Request {
  const headers = Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: event.httpMethod,
    path: event.path,
    parameters: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers: Object.fromEntries(headers),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    principal: event.requestContext?.identity?.userArn ?? undefined,
  };
}

/** Headers of every answer: nothing is cached, framed, sniffed, or told to the next site (a link is a bearer token). */
const COMMON = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
} as const;

export const toResult = ({ status, headers, body }: Response): APIGatewayProxyResult => ({
  statusCode: status,
  headers: { ...COMMON, ...headers },
  ...(typeof body === 'string' ? { body } : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
});

export const json = (status: number, body: unknown): Response => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

export const refused = ({ code, message, detail }: Refusal): Response =>
  json(STATUS[code], { code, message, ...(detail === undefined ? {} : { detail }) });
