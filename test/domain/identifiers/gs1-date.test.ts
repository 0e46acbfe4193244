import { describe, expect, it } from 'vitest';
import { readBracketedGs1 } from '../../../lambdas/domain/identifiers/gs1-bracketed.ts';
import { gs1Expiry, gs1Year, readGs1Date } from '../../../lambdas/domain/identifiers/gs1-date.ts';

describe('year of two digits', () => {
  it.each([
    [26, 2026, 2026],
    [76, 2026, 2076],
    [77, 2026, 1977],
    [99, 2026, 1999],
    [0, 2026, 2000],
    [0, 2049, 2000],
    [0, 2050, 2100],
    [49, 2099, 2149],
    [50, 2099, 2050],
  ])('%i in %i is %i', (twoDigits, thisYear, year) => {
    expect(gs1Year(twoDigits, thisYear)).toBe(year);
  });
});

describe('GS1 date', () => {
  it.each([
    ['270630', { day: '2027-06-30' }],
    ['280200', { day: '2028-02-29' }],
    ['270200', { day: '2027-02-28' }],
    ['271200', { day: '2027-12-31' }],
    ['2706302359', { day: '2027-06-30', time: '23:59' }],
    ['991231', { day: '1999-12-31' }],
  ])('%s is %j in 2026', (content, value) => {
    expect(readGs1Date(content, 2026)).toEqual({ ok: true, value });
  });

  it.each(['270230', '271301', '270000', '2706302400', '27063', '27063023', 'ABCDEF'])('refuses %s', (content) => {
    expect(readGs1Date(content, 2026)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });

  it('judges 29 February in the century it comes to lie in', () => {
    expect(readGs1Date('000229', 2026).ok).toBe(true);
    expect(readGs1Date('000229', 2060).ok).toBe(false);
  });
});

describe('GS1 expiry', () => {
  it.each([
    ['(17)270630', { day: '2027-06-30' }],
    ['(7003)2706301200', { day: '2027-06-30', time: '12:00' }],
    ['(17)270630(7003)2706301200', { day: '2027-06-30', time: '12:00' }],
    ['(17)270600(7003)2706151200', { day: '2027-06-15', time: '12:00' }],
    ['(10)A', undefined],
  ])('of %s is %j', (text, value) => {
    const read = readBracketedGs1(text);
    expect(read.ok && gs1Expiry(read.value, 2026)).toEqual({ ok: true, value });
  });

  it.each(['(17)270630(7003)2707011200', '(17)270600(7003)2707011200'])('refuses two days in %s', (text) => {
    const read = readBracketedGs1(text);
    expect(read.ok && gs1Expiry(read.value, 2026)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });
});
