import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOpen,
  lastOpen,
  nextOpen,
  type WorkingTime,
  workingTimeOf,
} from '../../../lambdas/domain/calendar/working-time.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';

const BERLIN: WorkingTime = {
  zone: 'Europe/Berlin',
  openingHours: { from: '08:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  holidays: ['2027-05-06'],
};

describe('working time of a site', () => {
  it('is open from opening up to, not including, closing', () => {
    expect(isOpen('2027-05-05T05:59:00.000Z', BERLIN)).toBe(false);
    expect(isOpen('2027-05-05T06:00:00.000Z', BERLIN)).toBe(true);
    expect(isOpen('2027-05-05T14:59:59.999Z', BERLIN)).toBe(true);
    expect(isOpen('2027-05-05T15:00:00.000Z', BERLIN)).toBe(false);
  });

  it('is closed on holidays and weekends', () => {
    expect(isOpen('2027-05-06T10:00:00.000Z', BERLIN)).toBe(false);
    expect(isOpen('2027-05-08T10:00:00.000Z', BERLIN)).toBe(false);
    // Already the holiday at the site.
    expect(
      isOpen('2027-05-05T23:30:00.000Z', { ...BERLIN, openingHours: { ...BERLIN.openingHours, from: '00:00' } }),
    ).toBe(false);
  });

  it('opens next after closing time, over a holiday', () => {
    expect(nextOpen('2027-05-05T18:00:00.000Z', BERLIN)).toBe('2027-05-07T06:00:00.000Z');
  });

  it('opens at the local hour after the change to winter time', () => {
    expect(nextOpen('2027-10-29T20:00:00.000Z', BERLIN)).toBe('2027-11-01T07:00:00.000Z');
  });

  it('was last open a minute before closing', () => {
    expect(lastOpen('2027-05-08T12:00:00.000Z', BERLIN)).toBe('2027-05-07T14:59:00.000Z');
  });

  it('is that of the policy the journey pinned, and the strictest where it pinned none', () => {
    const policy = { ...STRICTEST_POLICY, holidays: ['2027-12-24'] };
    expect(workingTimeOf({ site: { id: 'a', zone: 'Europe/Berlin', policy } }).holidays).toEqual(['2027-12-24']);
    expect(workingTimeOf({ site: { id: 'a', zone: 'Europe/Berlin' } }).openingHours.from).toBe('08:00');
  });
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const day = fc.integer({ min: 0, max: 400 }).map((offset) => new Date(Date.UTC(2027, 0, 1 + offset)));
const at = day.chain((date) =>
  fc.integer({ min: 0, max: 86_399_999 }).map((ms) => new Date(date.getTime() + ms).toISOString()),
);
const anySite: fc.Arbitrary<WorkingTime> = fc.record({
  // Summer time changes by an hour, by half an hour, at midnight, and not at all.
  zone: fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kathmandu', 'America/New_York'),
  openingHours: fc
    .tuple(
      fc.uniqueArray(clock, { minLength: 2, maxLength: 2 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    )
    .map(([hours, days]) => {
      const [from = '08:00', until = '17:00'] = hours.toSorted();
      return { from, until, days };
    }),
  holidays: fc.array(
    day.map((date) => date.toISOString().slice(0, 10)),
    { maxLength: 40 },
  ),
});

const isOpenBetween = (from: string, until: string, site: WorkingTime): boolean => {
  for (let ms = Date.parse(from); ms < Date.parse(until); ms += 60_000) {
    if (isOpen(new Date(ms).toISOString(), site)) return true;
  }
  return false;
};

describe('working time of any site', () => {
  it('opens next at the first open instant from then on, and last at the newest before', () => {
    fc.assert(
      fc.property(at, anySite, (instant, site) => {
        const next = nextOpen(instant, site);
        expect(next >= instant && isOpen(next, site)).toBe(true);
        expect(nextOpen(next, site)).toBe(next);
        const last = lastOpen(instant, site);
        expect(last <= instant && isOpen(last, site)).toBe(true);
        const soon = new Date(Math.min(Date.parse(next), Date.parse(instant) + 172_800_000)).toISOString();
        expect(isOpenBetween(instant, soon, site)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
