import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import type { ReadRegisters } from '../domain/ports.ts';
import { registerRecord } from '../domain/registers/record.ts';
import { noReadiness, type SiteReadiness, siteReadiness } from '../domain/registers/site-readiness.ts';
import { calling } from './aws-errors.ts';
import { jsonText, readItem, readOnce, type TableAccess, toKey } from './items.ts';
import { allItems } from './query.ts';
import { readinessKey, registerFrom, registerPk } from './table-keys.ts';

/** Entries are kept as text: a map of maps would count the name of every member in the size of the item. */
const shape = lazily(() =>
  z.strictObject({ ...siteReadiness().shape, entries: jsonText(siteReadiness().shape.entries) }),
);

const readReadiness = readOnce((item): SiteReadiness => readItem(shape(), item));

/** How the registers of a site stand, on DynamoDB, table Journeys. */
export const dynamoReadiness = ({ client, table }: TableAccess): ReadRegisters => ({
  async readiness(site) {
    const { Item } = await calling('Read readiness', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(readinessKey(site)), ConsistentRead: true })),
    );
    return Item === undefined ? noReadiness(site) : readReadiness(Item);
  },

  async records(site) {
    const items = await allItems(client, 'Read registers', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: registerPk(site) } },
      ConsistentRead: true,
    });
    return items.map((item) => readItem(registerRecord(), item));
  },

  async of(site, register, id) {
    const items = await allItems(client, 'Read register', {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :from)',
      ExpressionAttributeValues: { ':pk': { S: registerPk(site) }, ':from': { S: registerFrom(register, id) } },
      ConsistentRead: true,
    });
    return items.map((item) => readItem(registerRecord(), item));
  },
});
