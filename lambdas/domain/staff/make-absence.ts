import { type Outcome, ok, refuse } from '../outcome.ts';
import type { StaffMember } from '../ports.ts';
import { type Instant, plus } from '../time.ts';
import type { Absence } from './absence.ts';

/** Longer than this somebody is no longer staff, or not the holder of a role. */
const LONGEST = 'P1Y';

interface Making {
  readonly id: string;
  /** Undefined for an id that nobody has. */
  readonly member: StaffMember | undefined;
  readonly from: Instant;
  readonly until: Instant;
  /** User id of who enters it: themselves, or whoever keeps the register. */
  readonly madeBy: string;
  readonly now: Instant;
}

/** An absence, or why there can be none. */
export function makeAbsence({ id, member, from, until, madeBy, now }: Making): Outcome<Absence> {
  if (member?.active !== true) return refuse('not-found', 'Absence: expected active staff.');
  if (until <= from || until <= now || until > plus(from, LONGEST, 'UTC')) {
    const message = `Until: got ${until}, expected after ${from} and after now, within ${LONGEST}.`;
    return refuse('invalid', message, { path: 'until', problem: 'not-after-start' });
  }
  return ok({ id, who: member.id, from, until, madeBy, madeAt: now });
}

/** The absence as over from now on. */
export const endAbsence = (made: Absence | undefined, by: string, now: Instant): Outcome<Absence> =>
  made === undefined || made.ended !== undefined || made.until <= now
    ? refuse('not-found', 'Absence: this one was not found, or is over.')
    : ok({ ...made, ended: { at: now, by } });
