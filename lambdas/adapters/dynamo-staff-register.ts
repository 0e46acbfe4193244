import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { ok, refuse } from '../domain/outcome.ts';
import type { StaffMember, StaffRegister } from '../domain/ports.ts';
import { calling } from './aws-errors.ts';
import { type TableAccess, toItem, toKey } from './items.ts';
import { hashPin, isPin, NOBODY } from './pin-hash.ts';
import { countFailure, forgetFailures } from './pin-lock.ts';
import { allItems } from './query.ts';
import { readStaff, staffMemberShape } from './staff-items.ts';
import { roleKey, rolePrefix, sitePk, staffKey } from './table-keys.ts';

export interface WritableStaffRegister extends StaffRegister {
  /**
   * Adds or replaces a member of staff; without `pin` the PIN they have stays. Throws a Fault that names what is wrong.
   */
  putStaff(member: StaffMember, pin?: string): Promise<void>;
}

const PIN = /^\d{6,12}$/;
/** One sentence for every reason, so that nobody learns which ids exist or whether a guess was right. */
const WRONG = 'User id or PIN is wrong, or the id is locked for 15 minutes after five wrong PINs.';

/** Staff on DynamoDB, table Identities. */
export function dynamoStaffRegister(
  client: DynamoDBClient,
  table: string,
  randomBytes: (count: number) => Uint8Array,
): WritableStaffRegister {
  const read = async (id: string) => {
    const { Item } = await calling('Find staff', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(staffKey(id)), ConsistentRead: true })),
    );
    return Item === undefined ? undefined : readStaff(Item);
  };

  return {
    async holding(site, role) {
      const ids = await idsUnder({ client, table }, site, role);
      const found = await Promise.all(ids.map(read));
      // The pointers are kept when a role is taken away; the member says what is true now.
      return found
        .map((staff) => staff?.member)
        .filter((member) => member?.active === true && member.site === site && member.roles.includes(role))
        .filter((member) => member !== undefined);
    },

    async find(id) {
      return (await read(id))?.member;
    },

    async authenticate(id, pin, now) {
      const staff = id.length <= 64 ? await read(id) : undefined;
      const right = await isPin(pin.slice(0, 64), staff?.pin ?? NOBODY);
      const where = { client, table, key: staffKey(id.slice(0, 64)) };
      if (staff?.pin === undefined || !staff.member.active || !right) {
        await countFailure(where, now);
        return refuse('unauthenticated', WRONG);
      }
      return (await forgetFailures(where, now)) ? ok(staff.member) : refuse('unauthenticated', WRONG);
    },

    async putStaff(member, pin) {
      const parsed = staffMemberShape.safeParse(member);
      if (!parsed.success) throw new Fault(`Staff: ${z.prettifyError(parsed.error)}`);
      if (pin !== undefined && !PIN.test(pin)) {
        throw new Fault(`PIN: expected 6 to 12 digits, got ${pin.length} characters`);
      }
      const hash = pin === undefined ? undefined : toItem(await hashPin(pin, randomBytes));
      const names = pin === undefined ? {} : { '#pin': 'pin' };
      const values = { ':member': { M: toItem({ ...parsed.data }) }, ':entity': { S: 'STAFF' } };
      const update = {
        TableName: table,
        Key: toKey(staffKey(member.id)),
        UpdateExpression: `SET #member = :member, entity = :entity${pin === undefined ? '' : ', #pin = :pin REMOVE failures, failedAt'}`,
        ExpressionAttributeNames: { '#member': 'member', ...names },
        ExpressionAttributeValues: hash === undefined ? values : { ...values, ':pin': { M: hash } },
      };
      const pointers = [...new Set(parsed.data.roles)].map((role) => ({
        Put: { TableName: table, Item: toItem({ ...roleKey(member.site, role, member.id), entity: 'ROLE' }) },
      }));
      await calling('Put staff', () =>
        client.send(new TransactWriteItemsCommand({ TransactItems: [{ Update: update }, ...pointers] })),
      );
    },
  };
}

async function idsUnder({ client, table }: TableAccess, site: string, role: string): Promise<string[]> {
  const pointers = await allItems(client, 'Find staff by role', {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :role)',
    ExpressionAttributeValues: { ':pk': { S: sitePk(site) }, ':role': { S: rolePrefix(role) } },
    ConsistentRead: true,
  });
  return pointers.map(({ sk }) => sk?.S?.slice(rolePrefix(role).length) ?? '');
}
