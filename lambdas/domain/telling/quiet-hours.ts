import * as z from 'zod';
import { dateOf, daysLater, localInstant, localTime } from '../calendar/local-time.ts';
import { lazily } from '../lazily.ts';
import { type Instant, zone } from '../time.ts';

/** Longer would leave no time of the day at which what was held can be told. */
const MOST_MINUTES = 16 * 60;

/** From when until when nobody is written to about what can wait, each day, over midnight or not. */
const hours = { from: localTime, to: localTime };

const isNight = ({ from, to }: { readonly from: string; readonly to: string }): boolean => {
  const minutes = (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60);
  return minutes > 0 && minutes <= MOST_MINUTES;
};
const NIGHT = { error: 'expected quiet hours of at most 16 hours, such as 20:00 to 07:00' };

/** Of a site, in its own zone. */
export const quietHoursOfSite = lazily(() => z.strictObject(hours).refine(isNight, NIGHT));

/** Of a person, in the zone where they live. */
export const quietHours = lazily(() => z.strictObject({ ...hours, zone }).refine(isNight, NIGHT));
export type QuietHours = z.infer<ReturnType<typeof quietHours>>;

/** When the quiet hours end that last at this instant; undefined while there are none. */
export function quietUntil(now: Instant, { from, to, zone: zoneId }: QuietHours): Instant | undefined {
  const today = dateOf(now, zoneId);
  const overMidnight = from > to;
  // Those that began yesterday, and those that begin today.
  for (const date of [daysLater(today, -1), today]) {
    const begins = localInstant(date, from, zoneId);
    const ends = localInstant(overMidnight ? daysLater(date, 1) : date, to, zoneId);
    if (begins <= now && now < ends) return ends;
  }
  return undefined;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
