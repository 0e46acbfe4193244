import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { StaffChange } from '../domain/staff/staff-change.ts';
import type { Instant } from '../domain/time.ts';
import { toItem, toKey } from './items.ts';
import type { Ticket } from './passkey-items.ts';
import { changeWrites, type EntryUpdate } from './staff-changes.ts';
import { ticketKey } from './table-keys.ts';

/** Enough of a ticket's hash to tell it from others, and too little to find it by. */
export const shownOfHash = (hash: string): string => hash.slice(0, 12);

/** A ticket, and the record that its owner was given it. */
export function giveTicket(
  table: string,
  hash: string,
  ticket: Ticket,
  change: Omit<StaffChange, 'at' | 'fields'>,
  update: EntryUpdate = {},
): readonly TransactWriteItem[] {
  const Item = toItem({ ...ticketKey(hash), entity: 'TICKET', ...ticket });
  const fields = [{ field: 'ticket', to: shownOfHash(hash) }];
  return [
    { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
    ...changeWrites(table, ticket.staff, { ...change, at: ticket.checked.at, fields }, update),
  ];
}

/** Uses a ticket up, once and in time. */
export const useTicket = (table: string, hash: string, at: Instant): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key: toKey(ticketKey(hash)),
    UpdateExpression: 'SET usedAt = :at',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(usedAt) AND expiresAt > :at',
    ExpressionAttributeValues: { ':at': { S: at } },
  },
});
