import * as CalendarFns from 'temporal-polyfill/fns/Calendar';
import * as PlainDateFns from 'temporal-polyfill/fns/PlainDate';

/** A day of the calendar, such as `2027-08-31`; throws on text that is none. */
export const plainDate = (day: string): PlainDateFns.Record => PlainDateFns.fromString(day, CalendarFns.getBasic);

/** Whether text names a day that the calendar has, in that form. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return PlainDateFns.toString(plainDate(text)) === text;
  } catch {
    return false;
  }
}
