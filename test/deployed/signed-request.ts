import { createHash, createHmac } from 'node:crypto';

/** Where requests go, and as whom: an AWS endpoint with credentials it accepts. */
export interface Endpoint {
  /** Base URL without a slash at the end, e.g. `http://127.0.0.1:4566`. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SignedRequest {
  /** Name of the service as it is signed, e.g. `lambda`. */
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Sends one request signed with AWS Signature Version 4, as an IAM caller of the integration API does. The path must need
 * no escaping, and there is no query.
 */
export function signedFetch(endpoint: Endpoint, request: SignedRequest): Promise<Response> {
  const { service, method, path, body = '' } = request;
  const url = new URL(path, `${endpoint.url}/`);
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const headers: Record<string, string> = { ...request.headers, host: url.host, 'x-amz-date': stamp };
  const names = Object.keys(headers).sort();
  const canonical = [
    method,
    url.pathname,
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const scope = `${day}/${endpoint.region}/${service}/aws4_request`;
  const key = [day, endpoint.region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${endpoint.secretAccessKey}`,
  );
  const signature = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n')).toString('hex');
  const { host: _, ...sent } = headers;
  return fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...sent,
      authorization: `AWS4-HMAC-SHA256 Credential=${endpoint.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    },
    ...(body === '' ? {} : { body }),
  });
}
