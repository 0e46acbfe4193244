import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { donationNumberSchema } from '../../../lambdas/domain/identifiers/donation-number.ts';
import {
  donationSequenceSchema,
  isOfDonation,
  readDonationSequence,
  sequenceFor,
} from '../../../lambdas/domain/identifiers/donation-sequence.ts';
import { donationNumberOf, printSec, readSec, secParts, secSchema } from '../../../lambdas/domain/identifiers/sec.ts';

const TISSUE = 'PL001499Z549917123456A00T041600320171231';
const capital = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const any = (unit: fc.Arbitrary<string>, length: number) => fc.string({ unit, minLength: length, maxLength: length });
const expiry = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const code = fc
  .tuple(any(capital, 2), any(letter, 19), fc.constantFrom('A', 'B', 'E'), any(letter, 7), any(letter, 3), expiry)
  .map((parts) => parts.join(''));

describe('Single European Code', () => {
  it.each([
    [TISSUE, 'PL', '001499', 'Z549917123456', 'isbt128', '00T0416', '003', '2017-12-31'],
    [
      'PL001499Z549917123456A00S14160Ab20161231',
      'PL',
      '001499',
      'Z549917123456',
      'isbt128',
      '00S1416',
      '0Ab',
      '2016-12-31',
    ],
    [
      'IE0TE999R019917123456A00S138400020170110',
      'IE',
      '0TE999',
      'R019917123456',
      'isbt128',
      '00S1384',
      '000',
      '2017-01-10',
    ],
    [
      'DK001122V000217133133A00T017400020220620',
      'DK',
      '001122',
      'V000217133133',
      'isbt128',
      '00T0174',
      '000',
      '2022-06-20',
    ],
    [
      'DE0001020000012312312B070200100120180731',
      'DE',
      '000102',
      '0000012312312',
      'eurocode',
      '0702001',
      '001',
      '2018-07-31',
    ],
    [
      'IT00R2070000000010479E000006500320180731',
      'IT',
      '00R207',
      '0000000010479',
      'eutc',
      '0000065',
      '003',
      '2018-07-31',
    ],
    ['DE000123A999926000005A00S112700000000000', 'DE', '000123', 'A999926000005', 'isbt128', '00S1127', '000', null],
  ])('reads %s', (text, country, establishment, donation, coding, product, split, expiresOn) => {
    const read = secParts(secSchema.parse(text));
    const parts = { country, establishment, donation, coding, product, split, expiresOn };
    expect(read).toEqual({ format: '2015/565', sequence: text.slice(0, 21), ...parts });
  });

  it.each([
    ['39 characters', TISSUE.slice(0, 39), '39 characters'],
    ['41 characters', `${TISSUE}0`, '41 characters'],
    ['coding system C', TISSUE.replace('A00T', 'C00T'), 'position 22'],
    ['month 13', TISSUE.replace('20171231', '20171331'), 'does not exist'],
    ['29 February of a common year', TISSUE.replace('20171231', '20170229'), 'does not exist'],
    ['a lower-case country', `pl${TISSUE.slice(2)}`, 'position 1'],
    ['nothing', '', '0 characters'],
  ])('refuses %s', (_name, text, named) => {
    expect(readSec(text)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
    expect(secSchema.safeParse(text).success).toBe(false);
  });

  it('comes back the same from print, type and scan', () => {
    fc.assert(
      fc.property(code, (text) => {
        const sec = secSchema.parse(text);
        const spaced = text.replace(/(.{7})/g, '$1 ');
        for (const form of [text, printSec(sec), printSec(sec).replace(' ', ''), spaced, `&,4${text}`]) {
          expect(readSec(form)).toEqual({ ok: true, value: text });
        }
      }),
    );
  });

  it('prints the prefix and the two sequences apart', () => {
    expect(printSec(secSchema.parse(TISSUE))).toBe('SEC: PL001499Z549917123456 A00T041600320171231');
  });

  it('keeps a small letter of the split apart from a capital', () => {
    const one = secSchema.parse('PL001499Z549917123456A00S14160Ab20161231');
    expect(secSchema.parse('PL001499Z549917123456A00S14160AB20161231')).not.toBe(one);
  });

  it('gives its donation number only where the coding says that it is one', () => {
    expect(donationNumberOf(secSchema.parse(TISSUE))).toEqual({ ok: true, value: 'Z549917123456' });
    for (const other of [TISSUE.replace('A00T', 'E00T'), TISSUE.replace('A00T', 'B00T')]) {
      expect(donationNumberOf(secSchema.parse(other))).toMatchObject({ refusal: { code: 'invalid' } });
    }
    const local = secSchema.parse(TISSUE.replace('Z549917123456', '0000012312312'));
    expect(donationNumberOf(local)).toMatchObject({ refusal: { message: expect.stringContaining('13 characters') } });
  });

  it('never repeats what was typed', () => {
    expect(JSON.stringify([readSec('Erika Mustermann'), readDonationSequence('Erika Mustermann')])).not.toMatch(
      /erika/i,
    );
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(secSchema)).toMatchObject({ type: 'string' });
  });
});

describe('donation identification sequence', () => {
  it.each(['DE0001020000012312312', 'SEC: DE 000102 0000012312312', ' DE000102\n0000012312312 '])(
    'reads %j',
    (text) => {
      expect(donationSequenceSchema.parse(text)).toBe('DE0001020000012312312');
    },
  );

  it.each([
    ['DE00010200000123123', '19 characters'],
    ['D10001020000012312312', 'position 2'],
    ['DE0001020000012312_12', 'position 19'],
  ])('refuses %j, naming %s', (text, named) => {
    expect(readDonationSequence(text)).toMatchObject({ refusal: { message: expect.stringContaining(named) } });
  });

  it('fills with zeros, and leaves an ISBT 128 number as it is', () => {
    const number = donationNumberSchema.parse('A999926000005');
    expect(sequenceFor('DE', '102', '12312312')).toEqual({ ok: true, value: 'DE0001020000012312312' });
    expect(sequenceFor('DE', '000123', number)).toEqual({ ok: true, value: 'DE000123A999926000005' });
    expect(sequenceFor('DE', '1234567', number).ok).toBe(false);
    expect(sequenceFor('DE', '000123', `${number}0`).ok).toBe(false);
  });

  it('is of a donation with the same 13 characters', () => {
    const sequence = donationSequenceSchema.parse('DE000123A999926000005');
    expect(isOfDonation(sequence, donationNumberSchema.parse('=A99992600000507'))).toBe(true);
    expect(isOfDonation(sequence, donationNumberSchema.parse('A999926000088'))).toBe(false);
  });
});
