import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { remembered } from '../remembered.ts';
import type { Instant } from '../time.ts';

/** A time of the day as clocks on the wall show it: `08:00`. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a local time such as 08:00');

/** The local day of an instant, `2027-01-20`. */
export const dateOf = remembered((at: Instant, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
);

export const daysLater = remembered((date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString(),
);

export const dayOfWeek = remembered((date: string): number => Temporal.PlainDate.from(date).dayOfWeek);

/** An instant of a local time on a day; one that a change to summer time leaves out is the hour after it. */
export const localInstant = remembered(
  (date: string, time: string, zone: string): Instant =>
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toInstant()
      .toString({ fractionalSecondDigits: 3 }),
);
