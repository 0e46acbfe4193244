import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { TransientFault } from '../domain/faults.ts';
import type { Absence } from '../domain/staff/absence.ts';
import { EMPTY_CALENDAR, type StaffCalendar, withAbsence, withDelegation } from '../domain/staff/calendar.ts';
import type { Delegation } from '../domain/staff/delegation.ts';
import type { Instant } from '../domain/time.ts';
import { changeBeside } from './beside-member.ts';
import { type TableAccess, toItem } from './items.ts';
import { absenceKey, delegationKey, type Key } from './table-keys.ts';
import { jitterFrom, transact } from './transact.ts';

export interface StaffCalendars {
  /** Keeps a delegation that was made or ended: as a record of its own, and beside both people, where it is read when they sign. */
  keepDelegation(made: Delegation, now: Instant): Promise<void>;
  /** The same of an absence. */
  keepAbsence(made: Absence, now: Instant): Promise<void>;
}

/** Enough for whoever changes the same two people at once. */
const TRIES = 10;

/** What is true of staff for a time, on DynamoDB, table Identities. Nothing that was written is changed or deleted. */
export function dynamoStaffCalendar(access: TableAccess & { randomBytes(count: number): Uint8Array }): StaffCalendars {
  const { client, table, randomBytes } = access;

  /** The record, once; and the calendars of these people as they are then. */
  async function write(
    record: CalendarRecord,
    people: readonly string[],
    change: (calendar: StaffCalendar) => StaffCalendar,
  ): Promise<void> {
    const { entity } = record;
    const first = recordPut(table, record);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const calendars = await Promise.all(
        people.map((id) => changeBeside(access, id, 'calendar', (before = EMPTY_CALENDAR) => change(before))),
      );
      if (
        (await transact(client, `Keep ${entity.toLowerCase()}`, [first, ...calendars], jitterFrom(randomBytes))) ===
        'done'
      )
        return;
    }
    throw new TransientFault(`Keep ${entity.toLowerCase()}: lost ${TRIES} races, or it was kept before; look again`);
  }

  return {
    keepDelegation: (made, now) =>
      write(delegationRecord(made), [made.by, made.to], (calendar) => withDelegation(calendar, made, now)),
    keepAbsence: (made, now) =>
      write(
        { key: absenceKey(made.who, made.madeAt, made.id, made.ended !== undefined), entity: 'ABSENCE', value: made },
        [made.who],
        (calendar) => withAbsence(calendar, made, now),
      ),
  };
}

interface CalendarRecord {
  readonly key: Key;
  readonly entity: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const delegationRecord = (made: Delegation): CalendarRecord => ({
  key: delegationKey(made.by, made.madeAt, made.id, made.ended !== undefined),
  entity: 'DELEGATION',
  value: made,
});

const recordPut = (table: string, { key, entity, value }: CalendarRecord): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: toItem({ ...key, entity, ...value }),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The records of what ended with a change of somebody's entry, and the calendars of the others; theirs goes with the entry. */
export async function endedAlongside(
  access: TableAccess,
  who: string,
  ended: readonly Delegation[],
  now: Instant,
): Promise<readonly TransactWriteItem[]> {
  const others = [...new Set(ended.flatMap(({ by, to }) => [by, to]))].filter((id) => id !== who);
  const calendars = others.map((id) =>
    changeBeside(access, id, 'calendar', (calendar = EMPTY_CALENDAR) =>
      ended
        .filter(({ by, to }) => by === id || to === id)
        .reduce((all, one) => withDelegation(all, one, now), calendar),
    ),
  );
  return [...ended.map((one) => recordPut(access.table, delegationRecord(one))), ...(await Promise.all(calendars))];
}
