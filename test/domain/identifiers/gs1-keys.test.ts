import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  glnSchema,
  gs1CheckDigit,
  gsrnSchema,
  gtinSchema,
  isGs1Checked,
  readGtin,
  ssccSchema,
} from '../../../lambdas/domain/identifiers/gs1-keys.ts';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 30 });

describe('GS1 check digit', () => {
  it.each([
    '02345673',
    '416000336108',
    '1234567890128',
    '12345678901231',
    '123456789012345675',
    '09506000134352',
    '950600013435000011',
    '9506000134307',
    '095060001343000007',
  ])('%s is good', (key) => {
    expect(isGs1Checked(key)).toBe(true);
  });

  it.each([
    '12345673',
    '416000336109',
    '1234567890129',
    '12345678901232',
    '123456789012345670',
    '',
    '5',
    '1234567A',
    '０',
  ])('%j is not', (key) => {
    expect(isGs1Checked(key)).toBe(false);
  });

  it('detects every mistaken digit, and brings the weighted sum to a ten', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.nat(9), (content, place, digit) => {
        const whole = content + gs1CheckDigit(content);
        const at = place % whole.length;
        const mistaken = whole.slice(0, at) + digit + whole.slice(at + 1);
        expect(isGs1Checked(mistaken)).toBe(mistaken === whole);
        const sum = [...whole].reverse().reduce((total, one, index) => total + Number(one) * (index % 2 ? 3 : 1), 0);
        expect(sum % 10).toBe(0);
      }),
    );
  });

  it.each(['', '12a'])('refuses to compute over %j', (content) => {
    expect(() => gs1CheckDigit(content)).toThrow('expected one or more digits');
  });
});

describe('GS1 keys', () => {
  it.each([
    ['09506000134352', '09506000134352'],
    ['9506000134352', '09506000134352'],
    ['9506 0001 3435-2', '09506000134352'],
    ['416000336108', '00416000336108'],
    ['02345673', '00000002345673'],
  ])('reads GTIN %j as %s', (text, gtin) => {
    expect(gtinSchema.parse(text)).toBe(gtin);
    expect(gtinSchema.parse(gtin)).toBe(gtin);
  });

  it.each([
    ['09506000134353', 'last digit'],
    ['095060001343', 'last digit'],
    ['0950600013435', 'last digit'],
    ['095060001', '9 characters'],
    ['0950600013435A', 'position 14'],
  ])('refuses GTIN %j, naming %s', (text, named) => {
    expect(readGtin(text)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it('takes GLN, SSCC and GSRN in their length only', () => {
    expect(glnSchema.parse('9506000134307')).toBe('9506000134307');
    expect(ssccSchema.parse('0 95060001343000007')).toBe('095060001343000007');
    expect(gsrnSchema.parse('950600013435000011')).toBe('950600013435000011');
    expect(glnSchema.safeParse('09506000134352').success).toBe(false);
    expect(ssccSchema.safeParse('123456789012345670').success).toBe(false);
    expect(gsrnSchema.safeParse('9506000134307').success).toBe(false);
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(gtinSchema)).toMatchObject({ type: 'string' });
  });
});
