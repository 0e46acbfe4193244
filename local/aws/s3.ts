import { createHash } from 'node:crypto';
import type { Model } from '../template/model.ts';
import type { AwsRequest, AwsResponse, Service } from './exchange.ts';
import type { Iam } from './iam.ts';
import { ServiceError } from './service-error.ts';
import type { Store } from './store.ts';

/** PutObject and GetObject with paths `/bucket/key`. */
export function s3Service(model: Model, iam: Iam, store: Store): Service {
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
      putObject(store, bucket.name, key, request.body);
      const etag = createHash('md5').update(request.body).digest('hex');
      return { status: 200, headers: { etag: `"${etag}"` }, body: '' };
    }
    const found = store.get<{ body: Uint8Array }>(
      'SELECT body FROM object WHERE bucket = ? AND key = ?',
      bucket.name,
      key,
    );
    if (found === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from(found.body) };
  };
}

export function putObject(store: Store, bucket: string, key: string, body: Uint8Array): void {
  store.run(
    'INSERT INTO object (bucket, key, body) VALUES (?, ?, ?) ON CONFLICT (bucket, key) DO UPDATE SET body = excluded.body',
    bucket,
    key,
    body,
  );
}
