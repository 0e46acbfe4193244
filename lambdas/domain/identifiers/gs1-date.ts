import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { plainDate } from '../plain-date.ts';
import { type Gs1Message, gs1Content } from './gs1-message.ts';
import { existingDay, existingTime, type PrintedTime } from './printed-time.ts';

const FORM = /^\d{6}(?:\d{4})?$/;

/**
 * The year of two digits, seen from `thisYear` (GS1 General Specifications): 51 or more years ahead mean the last
 * century, 50 or more back the next.
 */
export function gs1Year(twoDigits: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = twoDigits - (thisYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  return ahead <= -50 ? century + 100 + twoDigits : century + twoDigits;
}

/**
 * Reads YYMMDD or YYMMDDhhmm; day 00 is the last of the month. Local to the place that printed it. Refuses as `invalid`
 * what is no day or time.
 */
export function readGs1Date(content: string, thisYear: number): Outcome<PrintedTime> {
  if (!FORM.test(content)) {
    return refuse('invalid', `GS1 date: expected the digits YYMMDD or YYMMDDhhmm, got ${content.length} characters.`);
  }
  const year = String(gs1Year(Number(content.slice(0, 2)), thisYear));
  const month = content.slice(2, 4);
  const wholeMonth = content.slice(4, 6) === '00';
  const day = existingDay(year, month, wholeMonth ? '01' : content.slice(4, 6));
  const time = existingTime(content.slice(6));
  if (day === undefined || (content.length > 6 && time === undefined)) {
    return refuse('invalid', `GS1 date: expected a day and time of the calendar in ${year}, got others.`);
  }
  const at = wholeMonth ? lastOfMonth(day) : day;
  return ok(time === undefined ? { day: at } : { day: at, time });
}

function lastOfMonth(day: string): string {
  const date = plainDate(day);
  return PlainDateFns.toString(PlainDateFns.withDayOfMonth(date, PlainDateFns.daysInMonth(date)));
}

/**
 * The expiry of an item: with time (7003) where it has one, else the day (17), else undefined. Refuses as `invalid` when
 * both are there and name different days; a 17 for a whole month agrees with every day of it.
 */
export function gs1Expiry(item: Gs1Message, thisYear: number): Outcome<PrintedTime | undefined> {
  const onDay = gs1Content(item, '17');
  const atTime = gs1Content(item, '7003');
  if (onDay !== undefined && atTime !== undefined && !atTime.startsWith(onDay.replace(/00$/, ''))) {
    return refuse('invalid', 'GS1 expiry: expected the same day in (17) and (7003), got two different ones.');
  }
  const content = atTime ?? onDay;
  return content === undefined ? ok(undefined) : readGs1Date(content, thisYear);
}
