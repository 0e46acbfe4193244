import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { calling } from './aws-errors.ts';

/** Exports of other systems, by where they were put. */
export interface MirrorFiles {
  /** The bytes of the newest version. */
  get(key: string): Promise<Uint8Array>;
}

export const s3Mirrors = (client: S3Client, bucket: string): MirrorFiles => ({
  get: (key) =>
    calling('Read mirror', async () => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error('S3 gave no body');
      return Body.transformToByteArray();
    }),
});
