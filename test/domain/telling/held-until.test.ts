import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { localInstant } from '../../../lambdas/domain/calendar/local-time.ts';
import { MAIL_CLASSES } from '../../../lambdas/domain/events/data.ts';
import { heldUntil, type Urgency, type Wishes } from '../../../lambdas/domain/telling/held-until.ts';
import { type QuietHours, quietHours, quietUntil } from '../../../lambdas/domain/telling/quiet-hours.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../../../lambdas/domain/time.ts';

const HOUR = 3_600_000;
const BERLIN = 'Europe/Berlin';
const NIGHT: QuietHours = { from: '20:00', to: '07:00', zone: BERLIN };
const SITE = { zone: BERLIN };
const at = (date: string, time: string, zone = BERLIN): Instant => localInstant(date, time, zone);

const due = (now: Instant, wishes: Wishes = { quietHours: NIGHT }, more: Partial<Urgency> = {}) =>
  heldUntil({ class: 'due', ...more }, wishes, SITE, now);

test('in quiet hours, before and after midnight, what is due waits for their end; outside of them for nothing', () => {
  expect(due(at('2027-01-11', '20:00'))).toBe(at('2027-01-12', '07:00'));
  expect(due(at('2027-01-12', '06:59'))).toBe(at('2027-01-12', '07:00'));
  expect(due(at('2027-01-12', '07:00'))).toBeUndefined();
  expect(due(at('2027-01-12', '12:00'))).toBeUndefined();
  expect(due(at('2027-01-12', '03:00'), {})).toBeUndefined();
});

test('hours are meant where the person lives; who chose none has those of the site', () => {
  const lisbon = { quietHours: { ...NIGHT, zone: 'Europe/Lisbon' } };
  expect(due(at('2027-01-12', '07:30'), lisbon)).toBe(at('2027-01-12', '07:00', 'Europe/Lisbon'));
  const site = { zone: BERLIN, telling: { quietHours: { from: '22:00', to: '06:00' } } };
  const night = at('2027-01-12', '05:00');
  expect(heldUntil({ class: 'info' }, {}, site, night)).toBe(at('2027-01-12', '06:00'));
  expect(heldUntil({ class: 'info' }, { quietHours: NIGHT }, site, night)).toBe(at('2027-01-12', '07:00'));
});

test('a digest comes once a day; one that falls into quiet hours when they end', () => {
  expect(due(at('2027-01-12', '07:59'), { mails: 'digest' })).toBe(at('2027-01-12', '08:00'));
  expect(due(at('2027-01-12', '08:00'), { mails: 'digest' })).toBe(at('2027-01-13', '08:00'));
  const lateSleeper = { mails: 'digest', quietHours: { ...NIGHT, to: '09:30' } } as const;
  expect(due(at('2027-01-12', '08:30'), lateSleeper)).toBe(at('2027-01-12', '09:30'));
});

test('nothing waits for more than half of the time that is left to answer, nor what somebody asked for just now', () => {
  const night = at('2027-01-12', '01:00');
  expect(due(night, undefined, { by: at('2027-01-12', '12:00') })).toBeUndefined();
  expect(due(night, undefined, { by: at('2027-01-12', '13:00') })).toBe(at('2027-01-12', '07:00'));
  // Late already: that is told in the morning too.
  expect(due(night, undefined, { by: at('2027-01-10', '13:00') })).toBe(at('2027-01-12', '07:00'));
  expect(due(night, undefined, { atOnce: true })).toBeUndefined();
});

test('quiet hours are at most 16 hours, so that there is a time at which somebody can be told', () => {
  const isTaken = (from: string, to: string) => quietHours().safeParse({ from, to, zone: BERLIN }).success;
  expect([isTaken('20:00', '12:00'), isTaken('20:00', '12:01'), isTaken('08:00', '08:00')]).toEqual([
    true,
    false,
    false,
  ]);
});

// Zones with changes by an hour and by half an hour, with none, and on both sides of the date line.
const ZONES = [BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'] as const;
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const hours = fc
  .record({ from: time, to: time, zone: fc.constantFrom(...ZONES) })
  .filter((chosen) => quietHours().safeParse(chosen).success);
/** Any minute of two years, and every other time one near a change of the clocks. */
const CHANGES = [
  '2027-03-28T01:00:00.000Z',
  '2027-10-31T01:00:00.000Z',
  '2027-03-14T07:00:00.000Z',
  '2027-04-03T15:00:00.000Z',
];
const moment = fc.oneof(
  fc.nat(730 * 24 * 60).map((minute) => plusMilliseconds('2026-06-01T00:00:00.000Z', minute * 60_000)),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([change, minutes]) => plusMilliseconds(change, minutes * 60_000)),
);
const wishes: fc.Arbitrary<Wishes> = fc.record({
  quietHours: fc.option(hours, { nil: undefined }),
  mails: fc.constantFrom('each', 'digest', undefined),
});
const siteTelling = fc.record({ zone: fc.constantFrom(...ZONES), telling: fc.record({ digestAt: time }) });

test('whatever the class, the person, the zone and the hour: critical goes out at once; all else at last, and not at night', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MAIL_CLASSES),
      wishes,
      siteTelling,
      moment,
      fc.option(moment, { nil: undefined }),
      (mailClass, wanted, site, now, by) => {
        const until = heldUntil({ class: mailClass, by }, wanted, site, now);
        if (until === undefined) return;
        expect(mailClass).not.toBe('critical');
        expect(until > now).toBe(true);
        // A day, an hour more where the clocks change, and quiet hours into which the digest falls.
        expect(millisecondsBetween(now, until)).toBeLessThanOrEqual(42 * HOUR);
        if (by !== undefined && by > now) expect(until < by).toBe(true);
        if (wanted.quietHours !== undefined) expect(quietUntil(until, wanted.quietHours)).toBeUndefined();
        // What waited for the morning does not wait again.
        if (wanted.mails !== 'digest') expect(heldUntil({ class: mailClass, by }, wanted, site, until)).toBeUndefined();
      },
    ),
    { numRuns: 1000 },
  );
});
