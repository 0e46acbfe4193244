import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { MailCounts } from '../domain/ports.ts';
import { calling } from './aws-errors.ts';
import { type Item, readItem, type TableAccess, toKey } from './items.ts';
import { allItems } from './query.ts';
import { mailCountKey, mailCountsFrom, mailCountsPk } from './table-keys.ts';

const count = z.int().min(0).default(0);
const shape = lazily(() =>
  z.strictObject({
    person: z.string(),
    day: z.string(),
    info: count,
    due: count,
    critical: count,
    digest: count,
  }),
);

const NONE = { info: 0, due: 0, critical: 0, digest: 0 } as const;

/** How many mails people got on a day of their site, on DynamoDB, table Journeys. */
export const dynamoMailCounts = ({ client, table }: TableAccess): MailCounts => ({
  async add({ site, day, person }, kind) {
    await calling('Count mail', () =>
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: toKey(mailCountKey(site, day, person)),
          UpdateExpression: 'SET entity = :entity, person = :person, #day = :day ADD #kind :one',
          ExpressionAttributeNames: { '#day': 'day', '#kind': kind },
          ExpressionAttributeValues: {
            ':entity': { S: 'MAILS' },
            ':person': { S: person },
            ':day': { S: day },
            ':one': { N: '1' },
          },
        }),
      ),
    );
  },

  async of({ site, day, person }) {
    const Key = toKey(mailCountKey(site, day, person));
    const { Item: item } = await calling('Read mail count', () =>
      client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
    );
    return item === undefined ? { person, day, ...NONE } : read(item);
  },

  async since(site, day) {
    const items = await allItems(client, 'Read mail counts', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk >= :from',
      ExpressionAttributeValues: { ':pk': { S: mailCountsPk(site) }, ':from': { S: mailCountsFrom(day) } },
    });
    return items.map(read);
  },
});

const read = (item: Item) => readItem(shape(), item);
