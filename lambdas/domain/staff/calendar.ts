import * as z from 'zod';
import { lazily } from '../lazily.ts';
import type { StaffMember } from '../ports.ts';
import { type Instant, minus } from '../time.ts';
import { type Absence, absence } from './absence.ts';
import { type Delegation, delegation, isInForce } from './delegation.ts';

/** What of a member of staff is true for a time only. */
export const staffCalendar = lazily(() =>
  z.strictObject({
    /** Of their steps to others, and of others' to them. */
    delegations: z.array(delegation()).default([]),
    absences: z.array(absence()).default([]),
  }),
);
export type StaffCalendar = z.infer<ReturnType<typeof staffCalendar>>;

export const EMPTY_CALENDAR: StaffCalendar = { delegations: [], absences: [] };

/** What is over for so long is in the record of its own alone: until then it may be entered from paper. */
const KEPT = 'P90D';
/** Of what is over, more is not kept beside a person: each signature reads it. */
const MOST = 40;

/** The same calendar with a delegation that is new, or as it was ended. */
export const withDelegation = (calendar: StaffCalendar, made: Delegation, now: Instant): StaffCalendar => ({
  ...calendar,
  delegations: withOne(calendar.delegations, made, now),
});

/** The same calendar with an absence that is new, or as it was ended. */
export const withAbsence = (calendar: StaffCalendar, made: Absence, now: Instant): StaffCalendar => ({
  ...calendar,
  absences: withOne(calendar.absences, made, now),
});

/** Those that last longest first, so that nothing in force is left out. */
function withOne<T extends Delegation | Absence>(all: readonly T[], made: T, now: Instant): T[] {
  const since = minus(now, KEPT, 'UTC');
  return [...all.filter(({ id }) => id !== made.id), made]
    .filter((one) => endOf(one) > since)
    .toSorted((one, other) => (endOf(one) < endOf(other) ? 1 : -1))
    .slice(0, MOST);
}

const endOf = ({ until, ended }: Delegation | Absence): Instant => ended?.at ?? until;

/** What others have handed over to somebody, for now; nothing by a role or a site that is theirs no longer. */
export const standsInFor = (
  { id, roles, site, calendar }: Pick<StaffMember, 'id' | 'roles' | 'site' | 'calendar'>,
  now: Instant,
): readonly Delegation[] =>
  (calendar?.delegations ?? []).filter(
    (one) => one.to === id && isInForce(one, now) && one.site === site && roles.includes(one.as),
  );
