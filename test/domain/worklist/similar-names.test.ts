import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinOneEdit, similarNames } from '../../../lambdas/domain/worklist/similar-names.ts';

const similar = (one: string, other: string, birthDates: readonly [string?, string?] = []): boolean =>
  similarNames([
    { journeyId: 'A', patient: 'P1', name: one, birthDate: birthDates[0] },
    { journeyId: 'B', patient: 'P2', name: other, birthDate: birthDates[1] },
  ]).size > 0;

describe('names are similar', () => {
  it.each([
    ['Erin Example', 'Erin Example'],
    ['Erin Example', 'EXAMPLE, Erin'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['José Núñez', 'Jose Nunez'],
    ['Anna Schmidt', 'Anna Schmitd'],
    ['Anna Schmidt', 'Ana Schmidt'],
    ['Anna Schmidt', 'Anna Schmitt'],
  ])('%s and %s', (one, other) => expect(similar(one, other)).toBe(true));

  it.each([
    ['Erin Example', 'Emma Sample'],
    ['Anna Schmidt', 'Anton Schulz'],
    ['', ''],
  ])('but not %s and %s', (one, other) => expect(similar(one, other)).toBe(false));

  it('where surname and year of birth are the same, and not by the surname alone', () => {
    expect(similar('Anna Schmidt', 'Bernd Schmidt', ['1961-04-05', '1961-12-24'])).toBe(true);
    expect(similar('Schmidt, Anna', 'Bernd Schmidt', ['1961-04-05', '1961'])).toBe(true);
    expect(similar('Anna Schmidt', 'Bernd Schmidt', ['1961-04-05', '1962-04-05'])).toBe(false);
    expect(similar('Anna Schmidt', 'Bernd Schmidt')).toBe(false);
  });

  it('flags both, and never two journeys of one patient', () => {
    const named = { name: 'Erin Example', birthDate: '1961-04-05' };
    const all = [
      { journeyId: 'A', patient: 'P1', ...named },
      { journeyId: 'B', patient: 'P1', ...named },
      { journeyId: 'C', patient: 'P2', ...named },
      { journeyId: 'D', patient: 'P3' },
    ];
    expect(Object.fromEntries(similarNames(all))).toEqual({ A: ['C'], B: ['C'], C: ['A', 'B'] });
  });
});

it('one edit is a letter more, less or another, or two neighbours swapped, whichever way it is read', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
  fc.assert(
    fc.property(text, fc.nat(), fc.constantFrom(...'abc'), (one, place, letter) => {
      const at = place % (one.length + 1);
      const edits = [
        one,
        one.slice(0, at) + letter + one.slice(at),
        one.slice(0, at) + one.slice(at + 1),
        one.slice(0, at) + letter + one.slice(at + 1),
        one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2),
      ];
      for (const edit of edits) {
        expect(isWithinOneEdit(one, edit)).toBe(true);
        expect(isWithinOneEdit(edit, one)).toBe(true);
      }
      expect(isWithinOneEdit(one, `${one}dd`)).toBe(false);
      expect(isWithinOneEdit(`d${one}d`, `e${one}e`)).toBe(false);
    }),
  );
});
