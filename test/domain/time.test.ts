import { expect, test } from 'vitest';
import {
  instant,
  instantIn,
  latest,
  minus,
  partWay,
  plus,
  startOfPrintedDay,
  times,
  zone,
} from '../../lambdas/domain/time.ts';

test('an instant is kept in UTC with milliseconds, whatever offset it came with; without an offset it is none', () => {
  expect(instant.parse('2026-11-23T09:00:00+01:00')).toBe('2026-11-23T08:00:00.000Z');
  for (const other of ['2026-11-23T09:00:00', '2026-11-23', 'yesterday', '2026-02-30T09:00:00Z']) {
    expect(instant.safeParse(other).success).toBe(false);
  }
});

test('only an IANA zone is a zone', () => {
  expect(zone.safeParse('Europe/Berlin').success).toBe(true);
  expect(zone.safeParse('Berlin').success).toBe(false);
});

test('days are counted on the calendar of the zone, hours by the clock', () => {
  const before = '2027-03-27T11:00:00.000Z';
  expect(plus(before, 'P1D', 'Europe/Berlin')).toBe('2027-03-28T10:00:00.000Z');
  expect(plus(before, 'PT24H', 'Europe/Berlin')).toBe('2027-03-28T11:00:00.000Z');
  expect(minus('2027-03-28T10:00:00.000Z', 'P1D', 'Europe/Berlin')).toBe(before);
  expect(startOfPrintedDay('2027-03-28', 'America/New_York')).toBe('2027-03-28T04:00:00.000Z');
});

test('a duration several times over, and a point part of the way', () => {
  expect(times('P1M7DT2H', 3)).toBe('P3M21DT6H');
  expect(plus('2027-01-01T00:00:00.000Z', times('P7D', 0), 'UTC')).toBe('2027-01-01T00:00:00.000Z');
  expect(partWay('2027-01-01T00:00:00.000Z', '2027-01-11T00:00:00.000Z', 0.8)).toBe('2027-01-09T00:00:00.000Z');
  expect(latest('2027-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')).toBe('2027-01-01T00:00:00.000Z');
});

test('a stated instant is given in UTC, and what is none is none, each time it is asked', () => {
  for (let time = 0; time < 2; time += 1) {
    expect(instantIn('2027-01-11T09:00:00+01:00')).toBe('2027-01-11T08:00:00.000Z');
    expect(['2027-01-11', '2227-01-11T08:00:00Z', '', undefined, 7].map(instantIn)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  }
});
