import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime';
import { plainDate } from '../domain/plain-date.ts';
import { remembered } from '../domain/remembered.ts';
import type { Instant } from '../domain/time.ts';
import { dictionary } from './i18n/dictionary.ts';
import type { Language } from './views.ts';

const two = (number: number): string => String(number).padStart(2, '0');

const inZone = (at: Instant, zone: string): ZonedDateTimeFns.Record =>
  InstantFns.toZonedDateTimeISO(InstantFns.fromString(at), zone);

/**
 * An instant in the site's zone, with the zone and its offset named: `Tue 1 Dec 2026, 08:10 (Europe/Berlin, UTC+01:00)`.
 * Month and weekday are words, because 01/12 is read in two ways.
 */
export const instantText = remembered((at: Instant, zone: string, language: Language): string => {
  const local = inZone(at, zone);
  return `${inWords(local, language)} (${zone}, UTC${ZonedDateTimeFns.offset(local)})`;
});

/** The same without the zone, for lists that name it once above them. */
export const localText = remembered((at: Instant, zone: string, language: Language): string =>
  inWords(inZone(at, zone), language),
);

function inWords(local: ZonedDateTimeFns.Record, language: Language): string {
  const { weekdays, months, date } = dictionary(language).calendar;
  const weekday = weekdays[ZonedDateTimeFns.dayOfWeek(local) - 1] ?? '';
  const month = months[local.month - 1] ?? '';
  return date(weekday, local.day, month, local.year, `${two(local.hour)}:${two(local.minute)}`);
}

/** A day as printed, without a time: `25 Aug 2027`. */
export function dateText(date: string, language: Language): string {
  const { months, day } = dictionary(language).calendar;
  const printed = plainDate(date);
  return day(printed.day, months[printed.month - 1] ?? '', printed.year);
}

/** The day of an instant at the site: `25 Aug 2027`. */
export const dayText = remembered((at: Instant, zone: string, language: Language): string => {
  const { months, day } = dictionary(language).calendar;
  const local = inZone(at, zone);
  return day(local.day, months[local.month - 1] ?? '', local.year);
});

/** A birth date as it is known: a day, or in less detail as it stands. */
export const birthDateText = (date: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? dateText(date, language) : date;
