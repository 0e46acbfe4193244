import { Temporal } from 'temporal-polyfill';
import { policyOf, type SitePolicy } from '../journey/site-policy.ts';
import type { JourneyState } from '../journey/state.ts';
import type { Instant } from '../time.ts';

/** When people of a site who are not on call are there: local times on its calendar, never on holidays. */
export interface WorkingTime extends Pick<SitePolicy, 'openingHours' | 'holidays'> {
  /** IANA zone in which the opening hours are meant. */
  readonly zone: string;
}

/** The working time of the site of a journey, as the journey pinned it. */
export const workingTimeOf = (state: Pick<JourneyState, 'site'>): WorkingTime => {
  const { openingHours, holidays } = policyOf(state);
  return { zone: state.site.zone, openingHours, holidays };
};

const zoned = (at: Instant, { zone }: WorkingTime): Temporal.ZonedDateTime =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone);

const text = (at: Temporal.ZonedDateTime): Instant => at.toInstant().toString({ fractionalSecondDigits: 3 });

const isWorkingDate = (date: Temporal.PlainDate, { openingHours, holidays }: WorkingTime): boolean =>
  openingHours.days.includes(date.dayOfWeek) && !holidays.includes(date.toString());

/** An instant of a local time on a day; one that a change to summer time leaves out is the hour after it. */
const on = (date: Temporal.PlainDate, localTime: string, { zone }: WorkingTime): Instant =>
  text(date.toZonedDateTime({ timeZone: zone, plainTime: localTime }));

/** True when the site works on the local day of `at`, at whatever hour. */
export const isWorkingDay = (at: Instant, site: WorkingTime): boolean =>
  isWorkingDate(zoned(at, site).toPlainDate(), site);

/** True while somebody is there: on a working day, from opening up to but not including closing. */
export function isOpen(at: Instant, site: WorkingTime): boolean {
  const date = zoned(at, site).toPlainDate();
  const { from, until } = site.openingHours;
  return isWorkingDate(date, site) && on(date, from, site) <= at && at < on(date, until, site);
}

/** `at` itself while the site is open, else the next opening. */
export function nextOpen(at: Instant, site: WorkingTime): Instant {
  if (isOpen(at, site)) return at;
  // Ends: holidays are a finite list, and at least one day of the week is worked.
  for (let date = zoned(at, site).toPlainDate(); ; date = date.add({ days: 1 })) {
    const opens = on(date, site.openingHours.from, site);
    if (opens >= at && isOpen(opens, site)) return opens;
  }
}

/** `at` itself while the site is open, else the last instant, to the minute, at which it still was. */
export function lastOpen(at: Instant, site: WorkingTime): Instant {
  if (isOpen(at, site)) return at;
  for (let date = zoned(at, site).toPlainDate(); ; date = date.subtract({ days: 1 })) {
    const closing = on(date, site.openingHours.until, site);
    const before = text(zoned(closing, site).subtract({ minutes: 1 }));
    if (before <= at && isOpen(before, site)) return before;
  }
}

/**
 * The same local time so many working days later; closed days are not counted, and it lies on a working day itself unless
 * `days` is 0. Throws on anything but a whole number from 0.
 */
export function plusWorkingDays(at: Instant, days: number, site: WorkingTime): Instant {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Working days: got ${days}, expected 0 or more`);
  const start = zoned(at, site);
  let date = start.toPlainDate();
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 });
    if (isWorkingDate(date, site)) left -= 1;
  }
  return days === 0 ? at : text(date.toZonedDateTime({ timeZone: site.zone, plainTime: start.toPlainTime() }));
}
