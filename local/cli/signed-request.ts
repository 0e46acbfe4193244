import { createHash, createHmac } from 'node:crypto';
import { urlUnder } from './url-under.ts';

/** Who calls, where: what a signature is made of. */
export interface AwsIdentity {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
}

/** Where requests go, and as whom: an AWS endpoint or API with credentials it accepts. */
export interface Endpoint extends AwsIdentity {
  /** Base URL, which may have a path, e.g. `https://abc.execute-api.eu-central-1.amazonaws.com/live`. */
  readonly url: string;
}

export interface SignedRequest {
  /** Name of the service as it is signed, e.g. `lambda`. */
  readonly service: string;
  readonly method: string;
  /** Path under the base, with a query where there is one. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request signed with AWS Signature Version 4. A redirect is not followed: it would leave what was signed. */
export function signedFetch(endpoint: Endpoint, request: SignedRequest): Promise<Response> {
  const { method, path, body = '' } = request;
  const url = urlUnder(endpoint.url, path);
  return fetch(url, {
    method,
    redirect: 'manual',
    headers: signatureOf(endpoint, { ...request, url }, new Date()),
    ...(body === '' ? {} : { body }),
  });
}

/**
 * The headers of a request with its signature, without `host`, which the client sends itself. For every service but S3.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(
  identity: AwsIdentity,
  { service, method, url, headers = {}, body = '' }: Omit<SignedRequest, 'path'> & { readonly url: URL },
  now: Date,
): Readonly<Record<string, string>> {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const sent: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()])),
    'x-amz-date': stamp,
    ...(identity.sessionToken === undefined ? {} : { 'x-amz-security-token': identity.sessionToken }),
  };
  const signed = Object.entries({ ...sent, host: url.host }).sort(byName);
  const names = signed.map(([name]) => name).join(';');
  const canonical = [
    method,
    // The path is escaped once more than it is sent; the query is not.
    url.pathname.split('/').map(escaped).join('/'),
    canonicalQuery(url),
    ...signed.map(([name, value]) => `${name}:${value.replaceAll(/\s+/g, ' ')}`),
    '',
    names,
    sha256(body),
  ].join('\n');
  const day = stamp.slice(0, 8);
  const scope = `${day}/${identity.region}/${service}/aws4_request`;
  const key = [day, identity.region, service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${identity.secretAccessKey}`,
  );
  const signature = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${identity.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const byName = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** RFC 3986: everything but unreserved characters. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const canonicalQuery = ({ searchParams }: URL): string =>
  [...searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
