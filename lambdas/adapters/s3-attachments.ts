import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Attachment } from '../domain/attachments/attachment.ts';
import { calling, isNamed } from './aws-errors.ts';

/** Files by journey and checksum. */
export interface AttachmentFiles {
  /** S3 computes the checksum of what it got and refuses another; what is stored already stays as it is. */
  put(journeyId: string, file: Attachment, bytes: Uint8Array): Promise<void>;
  get(journeyId: string, sha256: string): Promise<Uint8Array>;
}

const keyOf = (journeyId: string, sha256: string): string => `${journeyId}/${sha256}`;

export const s3Attachments = (client: S3Client, bucket: string): AttachmentFiles => ({
  async put(journeyId, { sha256, mediaType }, bytes) {
    const put = new PutObjectCommand({
      Bucket: bucket,
      Key: keyOf(journeyId, sha256),
      Body: bytes,
      ContentType: mediaType,
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      IfNoneMatch: '*',
    });
    try {
      await client.send(put);
    } catch (error) {
      if (!isNamed(error, 'PreconditionFailed')) await calling('Store attachment', () => Promise.reject(error));
    }
  },

  async get(journeyId, sha256) {
    const get = new GetObjectCommand({ Bucket: bucket, Key: keyOf(journeyId, sha256), ChecksumMode: 'ENABLED' });
    return calling('Read attachment', async () => {
      const { Body } = await client.send(get);
      if (Body === undefined) throw new Error('S3 gave no body');
      return Body.transformToByteArray();
    });
  },
});
