import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { attachment } from '../domain/attachments/attachment.ts';
import type { AttachmentIndex } from '../domain/ports.ts';
import { calling, isNamed } from './aws-errors.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { attachmentKey } from './table-keys.ts';

const shape = attachment.extend({ by: z.string(), at: z.string() });

/** Which files are stored for a journey, in table Journeys beside the log: a signature that names one is checked without asking S3. */
export const dynamoAttachments = ({ client, table }: TableAccess): AttachmentIndex => ({
  async find(journeyId, sha256) {
    const Key = toKey(attachmentKey(journeyId, sha256));
    const { Item } = await calling('Find attachment', () =>
      client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
    );
    return Item === undefined ? undefined : readItem(shape, Item);
  },

  async add(journeyId, stored) {
    const Item = toItem({ ...attachmentKey(journeyId, stored.sha256), entity: 'ATTACHMENT', ...stored });
    const put = new PutItemCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    try {
      await client.send(put);
    } catch (error) {
      if (!isNamed(error, 'ConditionalCheckFailedException'))
        await calling('Note attachment', () => Promise.reject(error));
    }
  },
});
