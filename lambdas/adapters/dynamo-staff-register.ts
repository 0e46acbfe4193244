import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { StaffMember, StaffRegister } from '../domain/ports.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import type { Lost } from '../domain/staff/addressed-again.ts';
import type { StaffChange, Stated } from '../domain/staff/staff-change.ts';
import { alongside } from './alongside.ts';
import { dynamoStaffDirectory, keptStaff } from './dynamo-staff-directory.ts';
import type { TableAccess } from './items.ts';
import { isPin, NOBODY, PIN_COST, type PinCost } from './pin-hash.ts';
import type { PinKey } from './pin-key.ts';
import { countFailure, forgetFailures, forgetting, isLocked } from './pin-lock.ts';
import { forgetLost, putStaff } from './put-staff.ts';
import { changesOf } from './staff-changes.ts';
import { staffKey } from './table-keys.ts';

export interface WritableStaffRegister extends StaffRegister {
  /** Adds or replaces a member of staff (`put-staff.ts`); without `pin` the PIN they have stays. */
  putStaff(member: StaffMember, stated: Stated, pin?: string): Promise<Outcome<StaffChange | undefined>>;
  /** An entry, also of somebody who left. */
  entry(id: string): Promise<StaffEntry | undefined>;
  /** The open steps were addressed again; not while the entry was changed since it was read. */
  readdressed(entry: StaffEntry): Promise<void>;
  /** Every change of an entry, oldest first. */
  changes(id: string): Promise<readonly StaffChange[]>;
}

/** An entry of the register, without what its secrets are kept as. */
export interface StaffEntry {
  readonly member: StaffMember;
  readonly hasPin: boolean;
  /** How often it was changed. */
  readonly changes: number;
  readonly pinSetAt?: string | undefined;
  readonly leftAt?: string | undefined;
  /** Roles whose open steps are still to be addressed again to others. */
  readonly readdress: readonly Lost[];
}

export interface StaffRegisterOptions extends TableAccess {
  readonly pinKey: PinKey;
  randomBytes(count: number): Uint8Array;
  /** What it takes to try a PIN that is put here. */
  readonly pinCost?: PinCost;
  /** Told of a right PIN that was not taken: why, and of whom. The outside learns neither. */
  notTaken?(why: 'identity-not-checked', id: string): void;
}

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

    putStaff: (member, stated, pin) => putStaff({ client, table, pinKey, pinCost, randomBytes }, member, stated, pin),
    async entry(id) {
      const kept = await keptStaff({ client, table }, id);
      if (kept === undefined) return undefined;
      const { member, pin, changes = 0, pinSetAt, leftAt, readdress = [] } = kept;
      return { member, hasPin: pin !== undefined, changes, pinSetAt, leftAt, readdress };
    },
    readdressed: ({ member, changes }) => forgetLost({ client, table }, member.id, changes),
    changes: (id) => changesOf({ client, table }, id),
  };
}
