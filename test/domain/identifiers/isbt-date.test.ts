import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printIsbtDate, readFlexibleTime, readIsbtDate } from '../../../lambdas/domain/identifiers/isbt-date.ts';
import { printedTimeSchema, samePrintedTime } from '../../../lambdas/domain/identifiers/printed-time.ts';

const printed = fc.record(
  {
    day: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    time: fc
      .tuple(fc.nat(23), fc.nat(59))
      .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`),
  },
  { requiredKeys: ['day'] },
);

describe('ISBT 128 date', () => {
  it.each([
    ['0183652359', { day: '2018-12-31', time: '23:59' }],
    ['0170091330', { day: '2017-01-09', time: '13:30' }],
    ['024366', { day: '2024-12-31' }],
    ['0280601200', { day: '2028-02-29', time: '12:00' }],
    ['026326', { day: '2026-11-22' }],
    ['000366', { day: '2000-12-31' }],
  ])('%s is %j', (content, value) => {
    expect(readIsbtDate(content)).toEqual({ ok: true, value });
    expect(printIsbtDate(value)).toEqual({ ok: true, value: content });
  });

  it.each([
    ['026000', '001 to 365'],
    ['026366', '001 to 365'],
    ['024367', '001 to 366'],
    ['0263652400', '0000 to 2359'],
    ['0263651260', '0000 to 2359'],
    ['926001', 'century digit 0'],
    ['02636512', '8 characters'],
    ['02600A', 'position 6'],
    ['', '0 characters'],
  ])('refuses %j, naming %s', (content, named) => {
    expect(readIsbtDate(content)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it('comes back as it was printed', () => {
    fc.assert(
      fc.property(printed, (at) => {
        const content = printIsbtDate(at);
        expect(content.ok && readIsbtDate(content.value)).toEqual({ ok: true, value: at });
        expect(printedTimeSchema().parse(at)).toEqual(at);
      }),
    );
  });

  it('is not printed for another century, nor from UTC', () => {
    expect(printIsbtDate({ day: '1999-12-31' })).toMatchObject({ ok: false });
    expect(printIsbtDate({ day: '2026-12-31', time: '23:59', zone: 'UTC' })).toMatchObject({ ok: false });
  });
});

describe('ISBT 128 flexible date', () => {
  it.each([
    ['1001202612012359', { meaning: 'expiry', at: { day: '2026-12-01', time: '23:59' } }],
    ['2002202802291200', { meaning: 'collection', at: { day: '2028-02-29', time: '12:00', zone: 'UTC' } }],
    ['1006202601010000', { meaning: 'death', at: { day: '2026-01-01', time: '00:00' } }],
  ])('%s is %j', (content, value) => {
    expect(readFlexibleTime(content)).toEqual({ ok: true, value });
  });

  it.each([
    ['3001202612012359', 'position 1'],
    ['1101202612012359', 'position 2'],
    ['1007202612012359', '01 to 06'],
    ['1001202613012359', 'does not exist'],
    ['1001202602291200', 'does not exist'],
    ['1001202612012400', '0000 to 2359'],
    ['100120261201', '12 characters'],
  ])('refuses %s, naming %s', (content, named) => {
    expect(readFlexibleTime(content)).toMatchObject({ refusal: { message: expect.stringContaining(named) } });
  });
});

it('is the same printed time only with day, time and zone', () => {
  const at = { day: '2026-12-01', time: '23:59' };
  expect(samePrintedTime(at, { ...at })).toBe(true);
  expect(samePrintedTime(at, { day: at.day })).toBe(false);
  expect(samePrintedTime(at, { ...at, zone: 'UTC' })).toBe(false);
  expect(samePrintedTime(at, { ...at, day: '2026-12-02' })).toBe(false);
});

it.each([{ day: '2026-02-30' }, { day: '2026-12-01', time: '24:00' }, { day: '2026-12-01', zone: 'Europe/Berlin' }])(
  'refuses %j as a printed time',
  (at) => {
    expect(printedTimeSchema().safeParse(at).success).toBe(false);
  },
);
