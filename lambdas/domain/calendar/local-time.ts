import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate';
import * as PlainTimeFns from 'temporal-polyfill/fns/PlainTime';
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';
import { plainDate } from '../plain-date.ts';
import { remembered } from '../remembered.ts';
import { asInstant, type Instant } from '../time.ts';

/** A time of the day as clocks on the wall show it: `08:00`. */
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a local time such as 08:00');

/** The local day of an instant, `2027-01-20`. */
export const dateOf = remembered((at: Instant, zone: string): string =>
  PlainDateFns.toString(ZonedDateTimeFns.toPlainDate(InstantFns.toZonedDateTimeISO(InstantFns.fromString(at), zone))),
);

export const daysLater = remembered((date: string, days: number): string =>
  PlainDateFns.toString(PlainDateFns.addDays(plainDate(date), days)),
);

export const dayOfWeek = remembered((date: string): number => PlainDateFns.dayOfWeek(plainDate(date)));

/** An instant of a local time on a day; one that a change to summer time leaves out is the hour after it. */
export const localInstant = remembered(
  (date: string, time: string, zone: string): Instant =>
    asInstant(
      ZonedDateTimeFns.toInstant(
        PlainDateFns.toZonedDateTime(plainDate(date), { timeZone: zone, plainTime: PlainTimeFns.fromString(time) }),
      ),
    ),
);
