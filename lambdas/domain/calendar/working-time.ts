import { policyOf, type SitePolicy } from '../journey/site-policy.ts';
import type { JourneyState } from '../journey/state.ts';
import { type Instant, minus, plus } from '../time.ts';
import { dateOf, dayOfWeek, daysLater, localInstant } from './local-time.ts';

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

const isWorkingDate = (date: string, { openingHours, holidays }: WorkingTime): boolean =>
  openingHours.days.includes(dayOfWeek(date)) && !holidays.includes(date);

/** True while somebody is there: on a working day, from opening up to but not including closing. */
export function isOpen(at: Instant, site: WorkingTime): boolean {
  const date = dateOf(at, site.zone);
  const { from, until } = site.openingHours;
  return (
    isWorkingDate(date, site) && localInstant(date, from, site.zone) <= at && at < localInstant(date, until, site.zone)
  );
}

/** True where the site is open when the stretch begins and when it ends; it can end as the site closes. */
export const isWithinHours = (
  { from, until }: { readonly from: Instant; readonly until: Instant },
  site: WorkingTime,
) => isOpen(from, site) && isOpen(minus(until, 'PT1M', site.zone), site);

/** `at` itself while the site is open, else the next opening. */
export function nextOpen(at: Instant, site: WorkingTime): Instant {
  if (isOpen(at, site)) return at;
  // Ends: holidays are a finite list, and at least one day of the week is worked.
  for (let date = dateOf(at, site.zone); ; date = daysLater(date, 1)) {
    const opens = localInstant(date, site.openingHours.from, site.zone);
    if (opens >= at && isOpen(opens, site)) return opens;
  }
}

/** The first of these local times after `at`, today or tomorrow. */
export const nextOf = (at: Instant, localTimes: readonly string[], zone: string): Instant =>
  [0, 1]
    .flatMap((days) => localTimes.map((time) => localInstant(daysLater(dateOf(at, zone), days), time, zone)))
    .filter((one) => one > at)
    .reduce((one, other) => (one < other ? one : other));

/** When the site, which is open at `at`, closes next. */
export const nextClosing = (at: Instant, site: WorkingTime): Instant =>
  localInstant(dateOf(at, site.zone), site.openingHours.until, site.zone);

/** The same time of day, so many days later on which the site works. */
export function workingDaysLater(at: Instant, days: number, site: WorkingTime): Instant {
  let later = at;
  for (let left = days; left > 0; ) {
    later = plus(later, 'P1D', site.zone);
    if (isWorkingDate(dateOf(later, site.zone), site)) left -= 1;
  }
  return later;
}

/** `at` itself while the site is open, else the last instant, to the minute, at which it still was. */
export function lastOpen(at: Instant, site: WorkingTime): Instant {
  if (isOpen(at, site)) return at;
  for (let date = dateOf(at, site.zone); ; date = daysLater(date, -1)) {
    const before = minus(localInstant(date, site.openingHours.until, site.zone), 'PT1M', site.zone);
    if (before <= at && isOpen(before, site)) return before;
  }
}
