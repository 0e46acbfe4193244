import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  isAutologousOnly,
  productCodeParts,
  productCodeSchema,
  readProductCode,
} from '../../../lambdas/domain/identifiers/product-code.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const lettered = fc
  .tuple(fc.constantFrom(...'EFHPS'), digits(4), fc.constantFrom(...'1XAV2'), fc.constantFrom('00', 'A0', 'Ab', '99'))
  .map((parts) => parts.join(''));
const numbered = fc.tuple(fc.constantFrom(...'MNRTVW'), digits(7)).map((parts) => parts.join(''));

describe('product code', () => {
  it.each([
    ['=<S1127100', { description: 'S1127', collectionType: '1', division: '00', divisionElsewhere: false }],
    ['S1127XAb', { description: 'S1127', collectionType: 'X', division: 'Ab', divisionElsewhere: false }],
    ['S1127V99', { description: 'S1127', collectionType: 'V', division: '99', divisionElsewhere: true }],
    ['YA001100', { description: 'YA001', collectionType: '1', division: '00', divisionElsewhere: false }],
    ['=<T0416003', { description: 'T0416', division: '003', divisionElsewhere: false }],
    ['X1234aB1', { description: 'X1234', division: 'aB1', divisionElsewhere: false }],
  ])('reads %s', (text, parts) => {
    expect(productCodeParts(productCodeSchema.parse(text))).toEqual(parts);
  });

  it.each([
    ['s1127100', 'position 1'],
    ['S112710', '7 characters'],
    ['O1127100', 'position 1'],
    ['S112710!', 'position 8'],
    ['S11271ab', 'small letter'],
    ['S11271AB', 'small letter'],
    ['S112710a', 'small letter'],
    ['T04160Ab', 'three digits'],
    ['=< S1127100', '9 characters'],
  ])('refuses %j, naming %s', (text, named) => {
    expect(readProductCode(text)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
    expect(productCodeSchema.safeParse(text).success).toBe(false);
  });

  it('comes back the same from type and scan, and keeps its case', () => {
    fc.assert(
      fc.property(fc.oneof(lettered, numbered), (text) => {
        for (const form of [text, `=<${text}`, `${text.slice(0, 5)} ${text.slice(5)}`]) {
          expect(readProductCode(form)).toEqual({ ok: true, value: text });
        }
        expect(readProductCode(text.toLowerCase()).ok).toBe(false);
      }),
    );
  });

  it('tells autologous use only by the collection type', () => {
    const autologous = (text: string) => isAutologousOnly(productCodeSchema.parse(text));
    expect(['S1127100', 'S1127X00', 'S1127A00', 'S1127V00', 'T0416100'].map(autologous)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('never repeats what was typed', () => {
    expect(JSON.stringify(readProductCode('Erika Mustermann'))).not.toMatch(/erika/i);
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(productCodeSchema)).toMatchObject({ type: 'string' });
  });
});
