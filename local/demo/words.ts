import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../lambdas/domain/events/envelope.ts';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { actedIn } from '../../lambdas/domain/journey/acted-in.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { hospitalPeople } from '../hospital/hospital-people.ts';
import { exampleStaff } from '../scenario/staff.ts';

/** `Mon 11 Jan 2027  09:00` at the site. */
export function siteTime(at: Instant, zone: string): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime();
  return `${siteDay(at, zone)}  ${time.toString({ smallestUnit: 'minute' })}`;
}

/** `Mon 11 Jan 2027` at the site. */
export const siteDay = (at: Instant, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toLocaleString('en-GB', { weekday: 'short', day: '2-digit', month: 'short', year: 'numeric' })
    .replace(',', '');

/** A person's name and role as the example register knows them; anything else by its id. */
export function who(by: Actor): string {
  if (by.kind !== 'person') return by.id;
  const member = [...exampleStaff, ...hospitalPeople()].find(({ id }) => id === by.id);
  return `${member?.name ?? by.id} (${by.role}${by.onBehalfOf === undefined ? '' : `, on behalf of ${by.onBehalfOf}`})`;
}

/** `not-eligible` becomes `not eligible`. */
export const plain = (code: string): string => code.replaceAll('-', ' ');

/** Who did what an event records; of an entry from paper, and who entered it. */
export function whoActed(event: JourneyEvent<'step.decided' | 'checklist.recorded' | 'report.made'>): string {
  const { by, enteredBy } = actedIn(event);
  return enteredBy === undefined ? who(by) : `${who(by)}, on paper; entered by ${who(event.by)}`;
}
