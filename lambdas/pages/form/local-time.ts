import { Temporal } from 'temporal-polyfill';

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
  const zoned = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!zoned.toPlainDateTime().equals(plain)) return { ok: false, problem: 'no-such-local-time' };
  return { ok: true, value: zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }) };
}

function plainDateTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined; // 31 February: refused by the caller as not a time
  }
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
