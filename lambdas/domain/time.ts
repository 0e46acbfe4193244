import * as DurationFns from 'temporal-polyfill/fns/Duration';
import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate';
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';
import { plainDate } from './plain-date.ts';
import { remembered } from './remembered.ts';

/** An instant as the log keeps it: ISO 8601, UTC, milliseconds, so that text order is time order. */
export type Instant = string;

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Most instants come from our own log and are canonical already; reading them is on the path of every load. */
const toCanonical = (text: string): Instant => (CANONICAL.test(text) ? text : asInstant(InstantFns.fromString(text)));

/** As the log keeps it. */
export const asInstant = (moment: InstantFns.Record): Instant =>
  InstantFns.toString(moment, { fractionalSecondDigits: 3 });

/** Accepts any ISO 8601 date-time with an offset; gives it back in UTC with milliseconds. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform(toCanonical)
  .refine(isOurTime, { error: 'expected a year from 1900 to 2199' });

/** The instant in what somebody stated; undefined for what is none. Each commit reads the same few that were signed long ago. */
export const instantIn = (stated: unknown): Instant | undefined =>
  typeof stated === 'string' ? (canonicalOf(stated) ?? undefined) : undefined;

const canonicalOf = remembered((text: string): Instant | null => {
  const read = instant.safeParse(text);
  return read.success ? read.data : null;
});

/** A day as printed on a label or certificate, without time or zone: `2027-08-31`. */
export const printedDate = z.iso.date().refine(isOurTime, { error: 'expected a year from 1900 to 2199' });

/** IANA time zone, e.g. `Europe/Berlin`. */
export const zone = z.string().refine(isZone, { error: 'expected an IANA time zone such as Europe/Berlin' });

/** How a time came to be known; scanned and device times weigh more than stated or transcribed ones. */
export const KNOWN_BY = ['system', 'scanned', 'device', 'stated', 'transcribed'] as const;

/** When something happened in the world, where, and how we know. Clocks run on this; the chain runs on `recordedAt`. */
export const occurrence = z.strictObject({ at: instant, zone, known: z.enum(KNOWN_BY) });
export type Occurrence = z.infer<typeof occurrence>;

/** Times of people and products. A mistyped year far off would reach beyond what text order can compare (year 9999). */
function isOurTime(text: string): boolean {
  return text >= '1900' && text < '2200';
}

/** Every event that is read names its zone; of a few zones each is looked up once. */
const isKnownZone = remembered((id: string): boolean => {
  try {
    InstantFns.toZonedDateTimeISO(InstantFns.fromEpochMilliseconds(0), id);
    return true;
  } catch {
    return false;
  }
});

function isZone(id: string): boolean {
  return isKnownZone(id);
}

/**
 * `at` moved by an ISO 8601 duration; days, weeks, months and years are counted on the calendar of `zoneId`, so that a
 * visit "in 28 days" keeps its local hour across a change to summer time.
 */
export const plus = remembered(
  (at: Instant, duration: string, zoneId: string): Instant =>
    textOf(ZonedDateTimeFns.add(zoned(at, zoneId), durationOf(duration))),
);

/** `at` moved back by an ISO 8601 duration, counted like `plus`. */
export const minus = remembered(
  (at: Instant, duration: string, zoneId: string): Instant =>
    textOf(ZonedDateTimeFns.subtract(zoned(at, zoneId), durationOf(duration))),
);

/** An ISO 8601 duration `count` times over: `P7D` three times is `P21D`. */
export const times = remembered((duration: string, count: number): string => {
  const { years, months, weeks, days, hours, minutes, seconds } = durationOf(duration);
  const parts = { years, months, weeks, days, hours, minutes, seconds };
  return DurationFns.toString(
    DurationFns.fromFields(Object.fromEntries(Object.entries(parts).map(([unit, amount]) => [unit, amount * count]))),
  );
});

export const millisecondsBetween = (from: Instant, until: Instant): number =>
  epochMilliseconds(until) - epochMilliseconds(from);

const epochMilliseconds = remembered((at: Instant): number => InstantFns.fromString(at).epochMilliseconds);

const durationOf = remembered(DurationFns.fromString);

const zoned = (at: Instant, zoneId: string): ZonedDateTimeFns.Record =>
  InstantFns.toZonedDateTimeISO(InstantFns.fromEpochMilliseconds(epochMilliseconds(at)), zoneId);

const textOf = (moved: ZonedDateTimeFns.Record): Instant => asInstant(ZonedDateTimeFns.toInstant(moved));

export const plusMilliseconds = remembered(
  (at: Instant, milliseconds: number): Instant =>
    asInstant(InstantFns.fromEpochMilliseconds(epochMilliseconds(at) + Math.round(milliseconds))),
);

export const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** People state times to the minute: within one minute nothing can be said about the order. */
export const minuteOf = (at: Instant): string => at.slice(0, 'yyyy-mm-ddThh:mm'.length);

/** The point at `share` (0 to 1) of the way from `from` to `until`. */
export const partWay = (from: Instant, until: Instant, share: number): Instant =>
  plusMilliseconds(from, millisecondsBetween(from, until) * share);

/** A printed date can mean the start or the end of its day; of two readings the earlier gates. */
export const startOfPrintedDay = remembered(
  (date: string, zoneId: string): Instant => textOf(PlainDateFns.toZonedDateTime(plainDate(date), zoneId)),
);

/** When the day began, at the site, in which an instant lies. */
export const startOfDay = remembered(
  (at: Instant, zoneId: string): Instant => textOf(ZonedDateTimeFns.startOfDay(zoned(at, zoneId))),
);
