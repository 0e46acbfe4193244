import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { plainDate } from '../plain-date.ts';
import { describeMisfit, positions } from './describe-text.ts';
import { existingDay, existingTime, type PrintedTime } from './printed-time.ts';

// ISBT 128 data structures 004 to 009: century digit, year, day of the year, and in the longer form hours and minutes.
const FORM = /^\d{6}(?:\d{4})?$/;
// Data structure 031: zone digit, a zero, two digits of meaning, then year, month, day, hours and minutes.
const FLEXIBLE = /^[12]0\d{14}$/;
const FLEXIBLE_PATTERN = [/[12]/, /0/, ...positions(/\d/, 14)];

/** What the time of a data structure 031 is the time of, by its two digits. */
const MEANINGS = new Map([
  ['01', 'expiry'],
  ['02', 'collection'],
  ['03', 'production'],
  ['04', 'cross-clamp'],
  ['05', 'preservation'],
  ['06', 'death'],
] as const);
export type FlexibleMeaning = typeof MEANINGS extends ReadonlyMap<string, infer Meaning> ? Meaning : never;

/**
 * Reads `cyyjjj` or `cyyjjjhhmm`. Only century digit 0 (20xx) is taken: no label of a living product has another. An
 * expiry whose time is not known is printed as 23:59 and stays so. Refuses as `invalid`, with what was expected.
 */
export function readIsbtDate(content: string): Outcome<PrintedTime> {
  if (!FORM.test(content)) {
    const got = describeMisfit(content, positions(/\d/, content.length > 6 ? 10 : 6));
    return refuse('invalid', `ISBT 128 date: expected the digits cyyjjj or cyyjjjhhmm, got ${got}. Scan it again.`);
  }
  if (!content.startsWith('0')) {
    const got = content.charAt(0);
    return refuse('invalid', `ISBT 128 date: expected century digit 0 (20xx), got ${got}. Scan it again.`);
  }
  const start = plainDate(`20${content.slice(1, 3)}-01-01`);
  const dayOfYear = Number(content.slice(3, 6));
  const daysInYear = PlainDateFns.daysInYear(start);
  if (dayOfYear < 1 || dayOfYear > daysInYear) {
    const expected = `day of the year 001 to ${daysInYear} in ${start.year}`;
    return refuse('invalid', `ISBT 128 date: expected a ${expected}, got ${content.slice(3, 6)}. Scan it again.`);
  }
  const day = PlainDateFns.toString(PlainDateFns.addDays(start, dayOfYear - 1));
  if (content.length === 6) return ok({ day });
  const time = existingTime(content.slice(6));
  return time === undefined ? noSuchTime('ISBT 128 date', content.slice(6)) : ok({ day, time });
}

/** `cyyjjj` of a day, `cyyjjjhhmm` of a day with time. Refuses as `invalid` what lies outside 20xx or is given in UTC. */
export function printIsbtDate(at: PrintedTime): Outcome<string> {
  if (!at.day.startsWith('20')) {
    return refuse('invalid', `ISBT 128 date: expected a day in 20xx, got the year ${at.day.slice(0, 4)}.`);
  }
  if (at.zone !== undefined) return refuse('invalid', 'ISBT 128 date: expected the local time of the label, got UTC.');
  const dayOfYear = PlainDateFns.dayOfYear(plainDate(at.day));
  return ok(`0${at.day.slice(2, 4)}${String(dayOfYear).padStart(3, '0')}${at.time?.replace(':', '') ?? ''}`);
}

/** Reads a date and time of data structure 031 with what it means. Refuses as `invalid`, with what was expected. */
export function readFlexibleTime(content: string): Outcome<{ readonly meaning: FlexibleMeaning; at: PrintedTime }> {
  const name = 'ISBT 128 flexible date';
  if (!FLEXIBLE.test(content)) {
    const got = describeMisfit(content, FLEXIBLE_PATTERN);
    return refuse('invalid', `${name}: expected 16 digits starting with 10 (local) or 20 (UTC), got ${got}.`);
  }
  const known: ReadonlyMap<string, FlexibleMeaning> = MEANINGS;
  const meaning = known.get(content.slice(2, 4));
  if (meaning === undefined) {
    return refuse('invalid', `${name}: expected a meaning from 01 to 06, got ${content.slice(2, 4)}.`);
  }
  const day = existingDay(content.slice(4, 8), content.slice(8, 10), content.slice(10, 12));
  if (day === undefined) {
    return refuse('invalid', `${name}: expected a day of the calendar, got one that does not exist. Scan it again.`);
  }
  const time = existingTime(content.slice(12));
  if (time === undefined) return noSuchTime(name, content.slice(12));
  return ok({ meaning, at: content.startsWith('2') ? { day, time, zone: 'UTC' } : { day, time } });
}

const noSuchTime = (name: string, got: string) =>
  refuse('invalid', `${name}: expected a time of day from 0000 to 2359, got ${got}. Scan it again.`);
