import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { StaffChange } from '../domain/staff/staff-change.ts';
import { type Instant, instant, plusMilliseconds } from '../domain/time.ts';
import { calling } from './aws-errors.ts';
import { readItem, type TableAccess, toItem, toKey } from './items.ts';
import { changeWrites } from './staff-changes.ts';
import { staffRequestKey } from './table-keys.ts';
import { transact } from './transact.ts';

/** What one person asks for and another has to approve. */
export type RequestKind = 'rename' | 'pin-reset';

/** Whoever approves does so within a day. */
const VALID_MS = 24 * 3_600_000;

const shape = z.strictObject({
  by: z.string(),
  why: z.string(),
  at: instant,
  expiresAt: instant,
  /** Of a change of name: the new one. */
  name: z.string().optional(),
  approvedAt: instant.optional(),
});
export type StaffRequest = z.infer<typeof shape>;
type Asked = Pick<StaffRequest, 'by' | 'why' | 'at' | 'name'>;

const ASKED_FOR: Readonly<Record<RequestKind, StaffChange['what']>> = {
  rename: 'name-change-requested',
  'pin-reset': 'pin-reset-requested',
};

/** Keeps what somebody asks for, in the place of what was asked before. */
export async function putRequest(
  { client, table }: TableAccess,
  id: string,
  kind: RequestKind,
  asked: Asked,
  jitter: () => number,
): Promise<Outcome<StaffRequest>> {
  const { by, why, at, name } = asked;
  const request: StaffRequest = { ...asked, expiresAt: plusMilliseconds(at, VALID_MS) };
  const fields = name === undefined ? {} : { fields: [{ field: 'name', to: name }] };
  const Item = toItem({ ...staffRequestKey(id, kind), entity: 'REQUEST', ...request });
  const items = [
    { Put: { TableName: table, Item } },
    ...changeWrites(table, id, { what: ASKED_FOR[kind], at, by, why, ...fields }),
  ];
  const written = await transact(client, 'Keep request', items, jitter);
  return written === 'done' ? ok(request) : refuse('conflict', `Staff ${id}: changed meanwhile. Try again.`);
}

/** What was asked for and can still be approved. */
export async function openRequest(
  { client, table }: TableAccess,
  id: string,
  kind: RequestKind,
  now: Instant,
): Promise<StaffRequest | undefined> {
  const Key = toKey(staffRequestKey(id, kind));
  const { Item } = await calling('Find request', () =>
    client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
  );
  const found = Item === undefined ? undefined : readItem(shape, Item);
  return found === undefined || found.approvedAt !== undefined || now >= found.expiresAt ? undefined : found;
}

/** Uses a request up: the very one that was read, once. */
export const approval = (
  table: string,
  id: string,
  kind: RequestKind,
  { at }: StaffRequest,
  now: Instant,
): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key: toKey(staffRequestKey(id, kind)),
    UpdateExpression: 'SET approvedAt = :now',
    ConditionExpression: '#at = :at AND attribute_not_exists(approvedAt)',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':now': { S: now }, ':at': { S: at } },
  },
});
