import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMod37_2,
  isMod37_36,
  mod37_2Character,
  mod37_2Check,
  mod37_36Character,
} from '../../../lambdas/domain/identifiers/iso7064.ts';

const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const plain = fc.string({ unit: letter, minLength: 1, maxLength: 20 });
const withPlace = plain.chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length)));
const substituted = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);
const swapped = (text: string, at: number) =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

describe('mod 37,2', () => {
  it.each([
    ['G123417654321', 10, 'A'],
    ['G123498654321', 17, 'H'],
    ['A999921123456', 3, '3'],
    ['A999818123456', 23, 'N'],
    ['W000009123456', 16, 'G'],
    ['A9990ABC123T0480', 8, '8'],
    ['A999926000005', 0, '0'],
    ['A999926000079', 1, '1'],
    ['A999926000088', 36, '*'],
    ['Z549917123456', 25, 'P'],
    ['CHA999926000001', 36, '*'],
    ['CHA99992600000A', 18, 'I'],
    ['CHW123426AB12CD', 28, 'S'],
  ])('%s has check %i, character %s', (text, check, character) => {
    expect(mod37_2Check(text)).toBe(check);
    expect(mod37_2Character(text)).toBe(character);
    expect(isMod37_2(text + character)).toBe(true);
  });

  it('agrees with the definition: the weighted sum of text and check character is 1 modulo 37', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const values = [...text, mod37_2Character(text)].map((c) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*'.indexOf(c));
        expect(values.reduce((sum, value) => (sum * 2 + value) % 37, 0)).toBe(1);
      }),
    );
  });

  it('detects every substitution and every adjacent transposition', () => {
    fc.assert(
      fc.property(withPlace, letter, ([text, at], by) => {
        const whole = text + mod37_2Character(text);
        expect(isMod37_2(substituted(whole, at, by))).toBe(whole.charAt(at) === by);
        const swap = swapped(whole, at % text.length);
        expect(isMod37_2(swap)).toBe(swap === whole);
      }),
    );
  });
});

describe('mod 37,36', () => {
  // Published GRid and ISAN examples, both schemes with this check character.
  it.each([
    ['A12425GABC1234002', 'M'],
    ['00000000D07A0090', 'Q'],
    ['00000000D07A009000000000', 'X'],
  ])('%s has check character %s', (text, character) => {
    expect(mod37_36Character(text)).toBe(character);
    expect(isMod37_36(text + character)).toBe(true);
  });

  it('detects every substitution', () => {
    fc.assert(
      fc.property(withPlace, letter, ([text, at], by) => {
        const whole = text + mod37_36Character(text);
        expect(isMod37_36(substituted(whole, at, by))).toBe(whole.charAt(at) === by);
      }),
    );
  });

  it('misses only adjacent transpositions of neighbours in the alphabet, as its hybrid system must', () => {
    fc.assert(
      fc.property(withPlace, ([text, at]) => {
        const whole = text + mod37_36Character(text);
        const place = at % text.length;
        const swap = swapped(whole, place);
        if (swap === whole || !isMod37_36(swap)) return;
        const [a, b] = [whole.charAt(place), whole.charAt(place + 1)].map((c) => Number.parseInt(c, 36));
        expect([1, 35]).toContain(Math.abs((a ?? 0) - (b ?? 0)));
      }),
    );
  });
});

it.each(['', 'a', 'A*', 'Ä', 'A B'])('refuses to compute a check over %j', (text) => {
  expect(() => mod37_2Check(text)).toThrow(RangeError);
  expect(() => mod37_36Character(text)).toThrow(RangeError);
  expect(isMod37_2(`${text}1`)).toBe(false);
  expect(isMod37_36(`${text}1`)).toBe(false);
});
