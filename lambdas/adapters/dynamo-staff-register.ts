import { type DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { ok, refuse } from '../domain/outcome.ts';
import type { StaffMember, StaffRegister } from '../domain/ports.ts';
import type { Role } from '../domain/vocabulary.ts';
import { calling } from './aws-errors.ts';
import { type TableAccess, toItem, toKey } from './items.ts';
import { hashPin, isPin, NOBODY, PIN_COST } from './pin-hash.ts';
import { countFailure, forgetFailures } from './pin-lock.ts';
import { allItems } from './query.ts';
import { readStaff, staffMemberShape } from './staff-items.ts';
import { type RoleTie, roleKey, rolePrefix, sitePk, staffKey } from './table-keys.ts';

export interface WritableStaffRegister extends StaffRegister {
  /**
   * Adds or replaces a member of staff; without `pin` the PIN they have stays. Throws a Fault that names what is wrong.
   */
  putStaff(member: StaffMember, pin?: string): Promise<void>;
}

const PIN = /^\d{6,12}$/;
/** One sentence for every reason, so that nobody learns which ids exist or whether a guess was right. */
const WRONG = 'User id or PIN is wrong, or the id is locked for 15 minutes after five wrong PINs.';

/** Staff on DynamoDB, table Identities. `pinCost`: what it takes to try a PIN that is put here. */
export function dynamoStaffRegister(
  client: DynamoDBClient,
  table: string,
  randomBytes: (count: number) => Uint8Array,
  pinCost = PIN_COST,
): WritableStaffRegister {
  const read = async (id: string) => {
    const { Item } = await calling('Find staff', () =>
      client.send(new GetItemCommand({ TableName: table, Key: toKey(staffKey(id)), ConsistentRead: true })),
    );
    return Item === undefined ? undefined : readStaff(Item);
  };

  /** Active staff of a site behind the pointers of a role. These are kept when a role is taken away; the member says what is true now. */
  const tied = async (tie: RoleTie, site: string, role: Role): Promise<readonly StaffMember[]> => {
    const found = await Promise.all((await idsUnder({ client, table }, site, tie, role)).map(read));
    return found
      .map((staff) => staff?.member)
      .filter((member) => member !== undefined)
      .filter((member) => member.active && member.site === site && rolesOf(member, tie).includes(role));
  };

  return {
    holding: (site, role) => tied('ROLE', site, role),
    deputising: (site, role) => tied('DEPUTY', site, role),

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
      const hash = pin === undefined ? undefined : toItem(await hashPin(pin, randomBytes(16), pinCost));
      const names = pin === undefined ? {} : { '#pin': 'pin' };
      const values = { ':member': { M: toItem({ ...parsed.data }) }, ':entity': { S: 'STAFF' } };
      const update = {
        TableName: table,
        Key: toKey(staffKey(member.id)),
        UpdateExpression: `SET #member = :member, entity = :entity${pin === undefined ? '' : ', #pin = :pin REMOVE failures, failedAt'}`,
        ExpressionAttributeNames: { '#member': 'member', ...names },
        ExpressionAttributeValues: hash === undefined ? values : { ...values, ':pin': { M: hash } },
      };
      const pointers = TIES.flatMap((tie) =>
        [...new Set(rolesOf(parsed.data, tie))].map((role) => ({
          Put: { TableName: table, Item: toItem({ ...roleKey(member.site, tie, role, member.id), entity: tie }) },
        })),
      );
      await calling('Put staff', () =>
        client.send(new TransactWriteItemsCommand({ TransactItems: [{ Update: update }, ...pointers] })),
      );
    },
  };
}

const TIES: readonly RoleTie[] = ['ROLE', 'DEPUTY'];

const rolesOf = ({ roles, deputises = [] }: StaffRoles, tie: RoleTie): readonly Role[] =>
  tie === 'ROLE' ? roles : deputises;

type StaffRoles = { readonly roles: readonly Role[]; readonly deputises?: readonly Role[] | undefined };

async function idsUnder({ client, table }: TableAccess, site: string, tie: RoleTie, role: Role): Promise<string[]> {
  const prefix = rolePrefix(tie, role);
  const pointers = await allItems(client, 'Find staff by role', {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :role)',
    ExpressionAttributeValues: { ':pk': { S: sitePk(site) }, ':role': { S: prefix } },
    ConsistentRead: true,
  });
  return pointers.map(({ sk }) => sk?.S?.slice(prefix.length) ?? '');
}
