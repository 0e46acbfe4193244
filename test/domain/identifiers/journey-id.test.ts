import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mod37_36Character } from '../../../lambdas/domain/identifiers/iso7064.ts';
import { journeyIdSchema, newJourneyId, parseJourneyId } from '../../../lambdas/domain/identifiers/journey-id.ts';

const BASE36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const id = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => newJourneyId(() => bytes));

describe('journey id', () => {
  it('is eight characters of base 32 and a check character, the same for the same bytes', () => {
    const bytes = Uint8Array.of(0x12, 0x34, 0x56, 0x78, 0x9a);
    expect(newJourneyId(() => bytes)).toBe(newJourneyId(() => bytes));
    expect(newJourneyId(() => bytes)).toBe(`28T5CY4T${mod37_36Character('28T5CY4T')}`);
  });

  it.each(['0JK', '1GH', '2FE', '3DC', '4AB', '589'])('is found soon from %s on, which no id begins with', (front) => {
    // Counting to the next that one may begin with would take thirty million steps, and a minute.
    const base32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const number = [...front].reduce((sum, character) => sum * 32 + base32.indexOf(character), 0) * 32 ** 5;
    const bytes = Uint8Array.from([4, 3, 2, 1, 0], (place) => Math.floor(number / 256 ** place) % 256);
    const made = newJourneyId(() => bytes);
    expect(parseJourneyId(made)).toEqual({ ok: true, value: made });
    expect(made.slice(0, 3)).not.toBe(front);
  });

  it('comes back from every way it is typed', () => {
    fc.assert(
      fc.property(id, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/);
        const typed = ` ${made.slice(0, 3).toLowerCase()} ${made.slice(3, 6)}-${made.slice(6)}\n`;
        expect(parseJourneyId(typed)).toEqual({ ok: true, value: made });
        expect(journeyIdSchema.parse(made)).toBe(made);
      }),
    );
  });

  it('detects every single substitution and every adjacent transposition', () => {
    fc.assert(
      fc.property(id, (made) => {
        for (let at = 0; at < made.length; at += 1) {
          for (const by of BASE36) {
            const mistaken = made.slice(0, at) + by + made.slice(at + 1);
            expect(parseJourneyId(mistaken).ok).toBe(mistaken === made);
          }
          const swapped = made.slice(0, at) + made.charAt(at + 1) + made.charAt(at) + made.slice(at + 2);
          expect(parseJourneyId(swapped).ok).toBe(swapped === made);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is never one of the ids that a missed swap would turn into another', () => {
    // Every swap that mod 37,36 misses, found by search, is neither issued nor accepted.
    let found = 0;
    for (let n = 0; n < 5_000; n += 1) {
      const body = `0000${n.toString(32).padStart(4, '0')}`.toUpperCase().replace(/[ILOU]/g, 'Z');
      const check = mod37_36Character(body);
      for (let at = 3; at < 7; at += 1) {
        const swapped = body.slice(0, at) + body.charAt(at + 1) + body.charAt(at) + body.slice(at + 2);
        if (swapped === body || mod37_36Character(swapped) !== check) continue;
        found += 1;
        expect(parseJourneyId(body + check).ok).toBe(false);
        expect(parseJourneyId(swapped + check).ok).toBe(false);
      }
    }
    expect(found).toBeGreaterThan(5);
  });

  it.each(['', '28T5CY4', 'I8T5CY4T0', 'L8T5CY4T0', 'O8T5CY4T0', 'U8T5CY4T0', '28T5CY4T*', '28T5CY4TÄ', '28T5CY4T00'])(
    'refuses %j',
    (text) => {
      expect(parseJourneyId(text)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
      expect(journeyIdSchema.safeParse(text).success).toBe(false);
    },
  );

  it('refuses to be made from too few random bytes', () => {
    expect(() => newJourneyId(() => new Uint8Array(4))).toThrow('expected 5 random bytes, got 4');
  });
});
