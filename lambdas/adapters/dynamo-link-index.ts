import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { LinkIndex } from '../domain/ports.ts';
import { calling } from './aws-errors.ts';
import { readItem, readOnce, toItem, toKey } from './items.ts';
import { linkKey } from './table-keys.ts';

const shape = lazily(() =>
  z.strictObject({
    journeyId: z.string(),
    phase: z.string(),
    round: z.int(),
    step: z.string(),
    linkSeq: z.int(),
    expiresAt: z.string(),
    nonceKey: z.string(),
  }),
);

const readLink = readOnce((item) => readItem(shape(), item));

/** Where links lead, by the hash of their token. Never deleted: an old link must still say that it is expired. */
export const dynamoLinkIndex = (client: DynamoDBClient, table: string): LinkIndex => ({
  async put(tokenHash, target) {
    // A token is random and is made for one target: the same hash always means the same link.
    const Item = toItem({ ...linkKey(tokenHash), entity: 'LINK', ...target });
    await calling('Keep link', () => client.send(new PutItemCommand({ TableName: table, Item })));
  },

  async find(tokenHash) {
    const { Item } = await calling('Find link', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(linkKey(tokenHash)), ConsistentRead: true })),
    );
    return Item === undefined ? undefined : readLink(Item);
  },
});
