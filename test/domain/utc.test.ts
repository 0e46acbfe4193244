import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { utcMilliseconds, utcText } from '../../lambdas/domain/utc.ts';

const DAY_MS = 86_400_000;
const asCalendar = (milliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 });

test('any instant of a year of four digits is written and read as the calendar does', () => {
  const instants = fc.integer({ min: Date.parse('0000-01-01T00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') });
  fc.assert(
    fc.property(instants, (milliseconds) => {
      const text = asCalendar(milliseconds);
      expect(utcText(milliseconds)).toBe(text);
      expect([undefined, milliseconds]).toContain(utcMilliseconds(text));
    }),
    { seed: 8601, numRuns: 500 },
  );
});

test('each day around every turn of a year, a century and a leap day is its own', () => {
  for (const year of [1899, 1900, 1969, 1970, 1999, 2000, 2027, 2028, 2099, 2100, 2199]) {
    for (let day = 0; day < 430; day += 1) {
      const milliseconds = Date.UTC(year, 0, 1) + day * DAY_MS;
      const text = asCalendar(milliseconds);
      expect(utcText(milliseconds)).toBe(text);
      expect(utcMilliseconds(text)).toBe(Number(text.slice(8, 10)) > 28 ? undefined : milliseconds);
    }
  }
});

test.each([
  '2026-02-29T00:00:00.000Z',
  '2026-13-01T00:00:00.000Z',
  '2026-01-01T24:00:00.000Z',
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00.000+00:00',
  '+012026-01-01T00:00:00.000Z',
  '',
])('%s is left to the calendar', (text) => {
  expect(utcMilliseconds(text)).toBeUndefined();
});

test('a year of other than four digits is left to the calendar', () => {
  const first = Date.parse('0000-01-01T00:00Z');
  const last = Date.parse('9999-12-31T23:59:59.999Z');
  expect([utcText(first), utcText(last)]).toEqual(['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']);
  expect([utcText(first - 1), utcText(last + 1), utcText(Number.NaN)]).toEqual([undefined, undefined, undefined]);
});
