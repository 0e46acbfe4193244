import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { hashOf } from '../domain/audit/hash.ts';
import { Fault } from '../domain/faults.ts';
import { type StaffChange, staffChange } from '../domain/staff/staff-change.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { allItems } from './query.ts';
import { CHANGES_FROM, staffChangeKey, staffKey } from './table-keys.ts';

/** What becomes of the entry beside that it was changed. */
export interface EntryUpdate {
  readonly set?: Readonly<Record<string, AttributeValue>>;
  readonly remove?: readonly string[];
  /** Holds for somebody who is in the register and has not left, unless said otherwise. */
  readonly condition?: string;
  readonly values?: Readonly<Record<string, AttributeValue>>;
}

const STANDS = 'attribute_exists(pk) AND attribute_not_exists(leftAt)';

/**
 * One change of an entry and the record of it, for the same transaction. The entry counts its changes, so that a record that is
 * gone is noticed.
 */
export function changeWrites(
  table: string,
  id: string,
  change: StaffChange,
  { set = {}, remove = [], condition = STANDS, values = {} }: EntryUpdate = {},
): readonly TransactWriteItem[] {
  const kept = staffChange().safeParse(change);
  if (!kept.success) throw new Fault(`Change of staff ${id}: ${z.prettifyError(kept.error)}`);
  const names = [...Object.keys(set), ...remove, 'changes'];
  const sets = Object.keys(set).map((name) => `#${name} = :${name}`);
  const removes = remove.length === 0 ? '' : ` REMOVE ${remove.map((name) => `#${name}`).join(', ')}`;
  const given = Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value]));
  return [
    {
      Update: {
        TableName: table,
        Key: toKey(staffKey(id)),
        UpdateExpression: `SET ${['#changes = if_not_exists(#changes, :none) + :one', ...sets].join(', ')}${removes}`,
        ConditionExpression: condition,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: { ':none': { N: '0' }, ':one': { N: '1' }, ...given, ...values },
      },
    },
    {
      Put: {
        TableName: table,
        Item: toItem({ ...staffChangeKey(id, change.at, hashOf(change)), entity: 'CHANGE', ...change }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
}

/** Every change of an entry, oldest first. */
export async function changesOf({ client, table }: TableAccess, id: string): Promise<readonly StaffChange[]> {
  const items = await allItems(client, 'Read changes of staff', {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :changes)',
    ExpressionAttributeValues: { ':pk': { S: staffKey(id).pk }, ':changes': { S: CHANGES_FROM } },
    ConsistentRead: true,
  });
  return items.map((item) => readItem(staffChange(), item));
}
