import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canonicalText } from '../domain/audit/hash.ts';
import { Fault } from '../domain/faults.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import { type StaffCalendar, withDelegation } from '../domain/staff/calendar.ts';
import { changeOf, rolesLost } from '../domain/staff/change-entry.ts';
import type { Delegation } from '../domain/staff/delegation.ts';
import { endedWithRole } from '../domain/staff/ended-with-role.ts';
import type { StaffChange, Stated } from '../domain/staff/staff-change.ts';
import { endedAlongside } from './dynamo-staff-calendar.ts';
import { keptStaff, rolesOf, TIES } from './dynamo-staff-directory.ts';
import { type TableAccess, toItem, toKey } from './items.ts';
import { hashPin, type PinCost } from './pin-hash.ts';
import type { PinKey } from './pin-key.ts';
import { changeWrites } from './staff-changes.ts';
import { type KeptStaff, staffMemberShape } from './staff-items.ts';
import { roleKey, staffKey, subjectKey } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

export interface PinMaking {
  readonly pinKey: PinKey;
  readonly pinCost: PinCost;
  randomBytes(count: number): Uint8Array;
}

const PIN = /^\d{6,12}$/;

/** What a PIN is kept as, with when it was set; throws a Fault for what is none. */
export async function newPin(
  { pinKey, pinCost, randomBytes }: PinMaking,
  typed: { readonly id: string; readonly pin: string },
  at: string,
): Promise<Readonly<Record<'pin' | 'pinSetAt', AttributeValue>>> {
  if (!PIN.test(typed.pin)) throw new Fault(`PIN: expected 6 to 12 digits, got ${typed.pin.length} characters`);
  return {
    pin: { M: toItem(await hashPin(pinKey, typed, randomBytes(16), pinCost)) },
    pinSetAt: { S: at },
  };
}

/** Of wrong tries with the PIN before. */
export const FAILURES = ['failures', 'failedAt'] as const;

/**
 * Puts a member in the place of the entry they have, or of none, with the record of what that changed; `undefined` when
 * nothing. `conflict` when the entry was changed meanwhile. Throws a Fault that names what is no member of staff.
 */
export async function putStaff(
  access: TableAccess & PinMaking,
  member: StaffMember,
  stated: Stated,
  pin?: string,
  also: readonly TransactWriteItem[] = [],
): Promise<Outcome<StaffChange | undefined>> {
  const parsed = staffMemberShape().safeParse(lasting(member));
  if (!parsed.success) throw new Fault(`Staff: ${z.prettifyError(parsed.error)}`);
  const { data } = parsed;
  const before = await keptStaff(access, data.id);
  const made = pin === undefined ? undefined : await newPin(access, { id: data.id, pin }, stated.at);
  const known = before && { ...before, member: lasting(before.member) };
  const decided = changeOf(known, data, stated);
  if (!decided.ok) return decided;
  const { by, why, at } = stated;
  const change = decided.value ?? (made === undefined ? undefined : ({ what: 'pin-set', by, why, at } as const));
  if (change === undefined) return ok(undefined);
  const { calendar } = before?.member ?? {};
  const ended = calendar === undefined ? [] : endedWithRole(data, calendar, stated);
  const items = [
    ...changeWrites(access.table, data.id, change, {
      set: {
        member: { M: toItem({ ...data }) },
        entity: { S: 'STAFF' },
        ...made,
        ...left(change),
        ...lost(before, data),
        ...withoutSessions(before, data, stated),
        ...calendarAfter(calendar, ended, stated),
      },
      remove: change.what === 'left' ? ['pin', ...FAILURES] : made === undefined ? [] : FAILURES,
      ...asSeen(before, ended.length > 0),
    }),
    ...(await endedAlongside(access, data.id, ended, stated.at)),
    ...pointersTo(access.table, data),
    ...ownSubject(access.table, data, before),
    ...also,
  ];
  const written = await transact(access.client, 'Put staff', items, jitterFrom(access.randomBytes));
  return written === 'done'
    ? ok(change)
    : refuse(
        'conflict',
        `Staff ${data.id}: changed by somebody else meanwhile, or the log-in at the OpenID Connect provider is another person's. Look at the entry and try again.`,
      );
}

/** Of a member what stands in their entry; whom they hand over to, when they are away and what they can do is written by other hands. */
const lasting = ({ calendar: _calendar, competence: _competence, ...member }: StaffMember): StaffMember => member;

const calendarAfter = (
  calendar: StaffCalendar | undefined,
  ended: readonly Delegation[],
  { at }: Stated,
): Readonly<Record<string, AttributeValue>> =>
  calendar === undefined || ended.length === 0
    ? {}
    : { calendar: { S: canonicalText(ended.reduce((all, one) => withDelegation(all, one, at), calendar)) } };

const left = ({ what, at }: StaffChange): Readonly<Record<string, AttributeValue>> =>
  what === 'left' ? { leftAt: { S: at } } : {};

/** Whoever had the log-in that was taken away may still hold a session that it opened. */
const withoutSessions = (
  before: KeptStaff | undefined,
  { oidcSubject }: StaffMember,
  { at }: Stated,
): Readonly<Record<string, AttributeValue>> => {
  const had = before?.member.oidcSubject;
  return had === undefined || had === oidcSubject ? {} : { sessionsFrom: { S: at } };
};

/** Kept until the open steps were addressed again: whoever does that may be interrupted. */
function lost(before: KeptStaff | undefined, after: StaffMember): Readonly<Record<string, AttributeValue>> {
  const roles = rolesLost(before?.member, after);
  if (before === undefined || roles.length === 0) return {};
  const open = [...(before.readdress ?? []), { site: before.member.site, roles: [...roles] }];
  return { readdress: { L: open.map((one) => ({ M: toItem(one) })) } };
}

/** Nothing is left to be addressed again; what was lost since the entry was read stays. */
export async function forgetLost({ client, table }: TableAccess, id: string, changes: number): Promise<void> {
  const update = {
    TableName: table,
    Key: toKey(staffKey(id)),
    UpdateExpression: 'REMOVE readdress',
    ConditionExpression: '#changes = :seen',
    ExpressionAttributeNames: { '#changes': 'changes' },
    ExpressionAttributeValues: { ':seen': { N: String(changes) } },
  };
  await transact(client, 'Forget lost roles', [{ Update: update }], () => 0);
}

/** The entry is still the one that was read, and so is the calendar where that is changed too. */
const asSeen = (
  before: KeptStaff | undefined,
  withCalendar = false,
): Pick<Parameters<typeof changeWrites>[3] & object, 'condition' | 'values'> => {
  if (before === undefined) return { condition: 'attribute_not_exists(pk)' };
  const { changes, calendar } = before;
  const entry =
    changes === undefined
      ? { condition: 'attribute_exists(pk) AND attribute_not_exists(#changes)', values: {} }
      : { condition: '#changes = :seen', values: { ':seen': { N: String(changes) } } };
  if (!withCalendar || calendar === undefined) return entry;
  return {
    condition: `${entry.condition} AND #calendar = :calendarSeen`,
    values: { ...entry.values, ':calendarSeen': { S: calendar } },
  };
};

/** One log-in of the hospital is one person: else it could be both people of four eyes. */
const ownSubject = (
  table: string,
  { id, oidcSubject }: StaffMember,
  before: KeptStaff | undefined,
): readonly TransactWriteItem[] =>
  oidcSubject === undefined || oidcSubject === before?.member.oidcSubject
    ? []
    : [
        {
          Put: {
            TableName: table,
            Item: toItem({ ...subjectKey(oidcSubject), entity: 'SUBJECT', staff: id }),
            ConditionExpression: 'attribute_not_exists(pk) OR staff = :staff',
            ExpressionAttributeValues: { ':staff': { S: id } },
          },
        },
      ];

const pointersTo = (table: string, member: StaffMember): readonly TransactWriteItem[] =>
  TIES.flatMap((tie) =>
    [...new Set(rolesOf(member, tie))].map((role) => ({
      Put: { TableName: table, Item: toItem({ ...roleKey(member.site, tie, role, member.id), entity: tie }) },
    })),
  );
