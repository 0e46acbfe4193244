import type { Principal } from './iam.ts';

/** A request to the loopback AWS, body read whole. */
export interface AwsRequest {
  readonly principal: Principal;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The operation of JSON protocols, e.g. `PutItem`; empty for REST services. */
  readonly operation: string;
  readonly body: Buffer;
  /** What the body says, where it was never written as text. */
  readonly input?: Readonly<Record<string, unknown>>;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export type Service = (request: AwsRequest) => Promise<AwsResponse> | AwsResponse;

export const json = (body: unknown, type = 'application/x-amz-json-1.1'): AwsResponse => ({
  status: 200,
  headers: { 'content-type': type },
  body: JSON.stringify(body),
});

export function parseBody(request: AwsRequest): Readonly<Record<string, unknown>> {
  if (request.input !== undefined) return request.input;
  return request.body.length === 0 ? {} : (JSON.parse(request.body.toString('utf8')) as Record<string, unknown>);
}

export const parseAnswer = ({ body }: AwsResponse): unknown => JSON.parse(body.toString());
