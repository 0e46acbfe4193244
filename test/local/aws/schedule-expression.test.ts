import { expect, test } from 'vitest';
import { parseTiming } from '../../../local/aws/schedule-expression.ts';

const ms = (iso: string): number => Date.parse(iso);
const next = (expression: string, after: string, made = '2026-01-01T00:00:00Z'): string =>
  new Date(parseTiming(expression).next(ms(after), ms(made))).toISOString();

test.each([
  ['at(2026-03-01T10:00:00)', '2026-01-01T00:00:00Z', '2026-03-01T10:00:00.000Z'],
  ['rate(1 day)', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00.000Z'],
  ['rate(5 minutes)', '2026-01-01T00:07:00Z', '2026-01-01T00:10:00.000Z'],
  ['cron(0 3 * * ? *)', '2026-01-01T03:00:00Z', '2026-01-02T03:00:00.000Z'],
  ['cron(15,45 * ? * * *)', '2026-01-01T03:20:00Z', '2026-01-01T03:45:00.000Z'],
  ['cron(0/20 6 * * ? *)', '2026-12-31T07:00:00Z', '2027-01-01T06:00:00.000Z'],
])('%s after %s is %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

test.each(['at(tomorrow)', 'rate(0 days)', 'rate(1 fortnight)', 'cron(0 3 1 * ? *)', 'cron(61 3 * * ? *)', 'daily'])(
  '%s is refused',
  (expression) => {
    expect(() => parseTiming(expression)).toThrow();
  },
);
