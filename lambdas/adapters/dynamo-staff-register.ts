import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Fault } from '../domain/faults.ts';
import { ok, refuse } from '../domain/outcome.ts';
import type { StaffMember, StaffRegister } from '../domain/ports.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { alongside } from './alongside.ts';
import { calling } from './aws-errors.ts';
import { dynamoStaffDirectory, keptStaff, rolesOf, TIES } from './dynamo-staff-directory.ts';
import { type TableAccess, toItem, toKey } from './items.ts';
import { hashPin, isPin, NOBODY, PIN_COST, type PinCost } from './pin-hash.ts';
import type { PinKey } from './pin-key.ts';
import { countFailure, forgetFailures, forgetting, isLocked } from './pin-lock.ts';
import { staffMemberShape } from './staff-items.ts';
import { roleKey, staffKey } from './table-keys.ts';

export interface WritableStaffRegister extends StaffRegister {
  /**
   * Adds or replaces a member of staff; without `pin` the PIN they have stays. Throws a Fault that names what is wrong.
   */
  putStaff(member: StaffMember, pin?: string): Promise<void>;
}

export interface StaffRegisterOptions extends TableAccess {
  readonly pinKey: PinKey;
  randomBytes(count: number): Uint8Array;
  /** What it takes to try a PIN that is put here. */
  readonly pinCost?: PinCost;
  /** Told of a right PIN that was not taken: why, and of whom. The outside learns neither. */
  notTaken?(why: 'identity-not-checked', id: string): void;
}

const PIN = /^\d{6,12}$/;
const MOST_TYPED = 64;
/** One sentence for every reason, so that nobody learns which ids exist or whether a guess was right. */
const WRONG = 'User id or PIN is wrong, or the id is locked for 15 minutes after five wrong PINs.';

/** Staff on DynamoDB, table Identities, with what it takes to check and to give PINs. */
export function dynamoStaffRegister(options: StaffRegisterOptions): WritableStaffRegister {
  const { client, table, pinKey, randomBytes, pinCost = PIN_COST, notTaken } = options;
  return {
    ...dynamoStaffDirectory({ client, table }),

    async authenticate(id, pin, now) {
      const staff = id.length <= MOST_TYPED ? await keptStaff({ client, table }, id) : undefined;
      const typed = { id: userId(id.slice(0, MOST_TYPED)), pin: pin.slice(0, MOST_TYPED) };
      const right = await isPin(pinKey, typed, staff?.pin ?? NOBODY);
      const where = { client, table, key: staffKey(typed.id) };
      const isTheirs = staff?.pin !== undefined && staff.member.active && right;
      if (isTheirs && staff.member.identity === undefined) notTaken?.('identity-not-checked', staff.member.id);
      if (!isTheirs || staff.member.identity === undefined) {
        await countFailure(where, now);
        return refuse('unauthenticated', WRONG);
      }
      if (isLocked(staff, now)) return refuse('unauthenticated', WRONG);
      return ok({
        member: staff.member,
        alongside: [alongside({ Update: forgetting(where, now) })],
        lost: async () => ((await forgetFailures(where, now)) ? null : refuse('unauthenticated', WRONG).refusal),
      });
    },

    async putStaff(member, pin) {
      const { calendar: _calendar, ...lasting } = member;
      const parsed = staffMemberShape.safeParse(lasting);
      if (!parsed.success) throw new Fault(`Staff: ${z.prettifyError(parsed.error)}`);
      if (pin !== undefined && !PIN.test(pin)) {
        throw new Fault(`PIN: expected 6 to 12 digits, got ${pin.length} characters`);
      }
      const hash =
        pin === undefined ? undefined : toItem(await hashPin(pinKey, { id: member.id, pin }, randomBytes(16), pinCost));
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
