import { createHash } from 'node:crypto';
import type { Model } from '../template/model.ts';
import type { EventBuses } from './events.ts';
import type { AwsRequest, AwsResponse, Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Store } from './store.ts';

/** PutObject and GetObject with paths `/bucket/key`. Where a bucket tells the default bus what was put there, it does. */
export function s3Service(
  model: Model,
  iam: Iam,
  store: Store,
  events: Pick<EventBuses, 'event' | 'deliver'>,
): Service {
  return (request: AwsRequest): AwsResponse => {
    const [, bucketName = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
    const key = decodeURIComponent(rest);
    const bucket = model.buckets.find(({ name }) => name === bucketName);
    if (bucket === undefined) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', 404);
    const verb = { PUT: 'PutObject', GET: 'GetObject' }[request.method];
    if (verb === undefined || key === '') {
      throw new ServiceError(
        'MethodNotAllowed',
        `S3 ${request.method} ${request.path} is not part of the embedded stack`,
        405,
      );
    }
    iam.authorize(request.principal, `s3:${verb}`, `${bucket.arn}/${key}`);
    if (verb === 'PutObject') {
      checkPut(request, store, bucket.name, key);
      putObject(store, bucket.name, key, request.body);
      const etag = createHash('md5').update(request.body).digest('hex');
      if (bucket.tellsBus) {
        const object = { key, size: request.body.length, etag };
        const detail = { bucket: { name: bucket.name }, object, reason: 'PutObject' };
        events.deliver('default', events.event('aws.s3', 'Object Created', detail, [bucket.arn]));
      }
      return { status: 200, headers: { etag: `"${etag}"` }, body: '' };
    }
    const found = store.get<{ body: Uint8Array }>(
      'SELECT body FROM object WHERE bucket = ? AND key = ?',
      bucket.name,
      key,
    );
    if (found === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
    const body = Buffer.from(found.body);
    const headers = { 'content-type': 'application/octet-stream', 'x-amz-checksum-sha256': sha256Of(body) };
    return { status: 200, headers, body };
  };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** The conditions of a put, as the service checks them. */
function checkPut({ headers, body }: AwsRequest, store: Store, bucket: string, key: string): void {
  const checksum = headers['x-amz-checksum-sha256'];
  if (checksum !== undefined && checksum !== sha256Of(body)) {
    throw new ServiceError('BadDigest', 'The SHA256 you specified did not match the calculated checksum.', 400);
  }
  const isThere = store.get('SELECT 1 FROM object WHERE bucket = ? AND key = ?', bucket, key) !== undefined;
  if (headers['if-none-match'] === '*' && isThere) {
    throw new ServiceError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);
  }
}

export function putObject(store: Store, bucket: string, key: string, body: Uint8Array): void {
  store.run(
    'INSERT INTO object (bucket, key, body) VALUES (?, ?, ?) ON CONFLICT (bucket, key) DO UPDATE SET body = excluded.body',
    bucket,
    key,
    body,
  );
}
