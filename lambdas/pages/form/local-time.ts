import * as CalendarFns from 'temporal-polyfill/fns/Calendar';
import * as PlainDateTimeFns from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTimeFns from 'temporal-polyfill/fns/ZonedDateTime';

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;

export type LocalTime =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: 'not-a-time' | 'no-such-local-time' };

/**
 * A `datetime-local` value at the site, with its offset: `2026-12-01T08:10` → `2026-12-01T08:10:00+01:00`. An hour that
 * the clocks skip is refused; of an hour that comes twice the earlier counts, as of two readings of a printed time.
 */
export function localTime(text: string, zone: string): LocalTime {
  if (!LOCAL.test(text)) return { ok: false, problem: 'not-a-time' };
  const plain = plainDateTime(text);
  if (plain === undefined) return { ok: false, problem: 'not-a-time' };
  const zoned = PlainDateTimeFns.toZonedDateTime(plain, zone, { disambiguation: 'earlier' });
  if (!PlainDateTimeFns.equals(ZonedDateTimeFns.toPlainDateTime(zoned), plain))
    return { ok: false, problem: 'no-such-local-time' };
  return { ok: true, value: ZonedDateTimeFns.toString(zoned, { timeZoneName: 'never', smallestUnit: 'second' }) };
}

function plainDateTime(text: string): PlainDateTimeFns.Record | undefined {
  try {
    return PlainDateTimeFns.fromString(text, CalendarFns.getBasic);
  } catch {
    return undefined; // 31 February: refused by the caller as not a time
  }
}
