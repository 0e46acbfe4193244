import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  donationCheckCharacter,
  donationNumberSchema,
  parseDonationNumber,
  readDonationNumber,
} from '../../../lambdas/domain/identifiers/donation-number.ts';

const number = fc
  .tuple(
    fc.constantFrom(...'ABGNPZ19'),
    fc.string({ unit: fc.constantFrom(...'AHNPZ09'), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 10, maxLength: 10 }),
  )
  .map((parts) => parts.join(''));

describe('donation number', () => {
  it.each([
    ['A999926000005', 'plain'],
    ['A9999 26 000005', 'plain'],
    ['a9999-26-000005', 'plain'],
    ['A9999 26 000005 0', 'check-character'],
    ['=A99992600000500', 'barcode'],
    ['=A99992600000507', 'barcode'],
    ['=A99992600000560', 'barcode'],
    [' =A999926000005A1 ', 'barcode'],
  ])('reads %j as %s', (text, from) => {
    expect(readDonationNumber(text)).toMatchObject({ ok: true, value: { number: 'A999926000005', from } });
    expect(donationNumberSchema.parse(text)).toBe('A999926000005');
  });

  it('takes * as a check character', () => {
    expect(parseDonationNumber('A999926000088*')).toEqual({ ok: true, value: 'A999926000088' });
  });

  it.each([
    ['', '0 characters'],
    ['A99992600000', '12 characters'],
    ['A99992600000500', '15 characters'],
    ['O999926000005', 'position 1'],
    ['0999926000005', 'position 1'],
    ['AO99926000005', 'position 2'],
    ['A99A926000005', 'position 4'],
    ['A9999260000051', 'check character'],
    ['=A99992600000561', 'checksum'],
    ['=A999926000005', 'flag characters'],
    ['=a99992600000500', 'flag characters'],
    ['=A999926000005O0', 'flag characters'],
  ])('refuses %j, naming %s', (text, named) => {
    const read = parseDonationNumber(text);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'invalid', message: expect.stringContaining(named) } });
    expect(donationNumberSchema.safeParse(text).success).toBe(false);
  });

  it('never repeats what was typed', () => {
    expect(JSON.stringify(parseDonationNumber('Erika Mustermann'))).not.toMatch(/erika/i);
    expect(JSON.stringify(parseDonationNumber('=Erika Mustermann'))).not.toMatch(/erika/i);
  });

  it('comes back the same from every form', () => {
    fc.assert(
      fc.property(number, (text) => {
        const plain = donationNumberSchema.parse(text);
        for (const form of [text, text + donationCheckCharacter(plain), `=${text}00`, text.toLowerCase()]) {
          expect(parseDonationNumber(form)).toEqual({ ok: true, value: text });
        }
      }),
    );
  });

  it('with its check character, detects every mistaken digit and every swapped pair', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 3, max: 12 }), fc.nat(9), (text, at, digit) => {
        const check = donationCheckCharacter(donationNumberSchema.parse(text));
        const mistaken = text.slice(0, at) + digit + text.slice(at + 1);
        expect(parseDonationNumber(mistaken + check).ok).toBe(mistaken === text);
        const before = text.slice(0, at - 1);
        const swapped = before + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1);
        expect(parseDonationNumber(swapped + check).ok).toBe(swapped === text);
      }),
    );
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(donationNumberSchema)).toMatchObject({ type: 'string' });
  });
});
