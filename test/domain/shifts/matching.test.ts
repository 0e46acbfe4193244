import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matched } from '../../../lambdas/domain/shifts/matching.ts';

/** Who may have which of up to five places; every person by themselves. */
const asked = fc
  .record({ places: fc.integer({ min: 0, max: 5 }), people: fc.integer({ min: 0, max: 5 }) })
  .chain(({ places, people }) =>
    fc.record({
      places: fc.constant(Array.from({ length: places }, (_, at) => at)),
      may: fc.array(fc.array(fc.boolean(), { minLength: places, maxLength: places }), {
        minLength: people,
        maxLength: people,
      }),
    }),
  );
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

const found = ({ places, may }: Asked) => matched(places, may, (person, place) => person[place] === true);

/** Every set of places that can be filled at once, each as a text of 0 and 1. */
function fillable({ places, may }: Asked): ReadonlySet<string> {
  const tried = (place: number, left: readonly number[], filled: string): readonly string[] => {
    if (place === places.length) return [filled];
    const takers = left.filter((person) => may[person]?.[place] === true);
    return [
      ...tried(place + 1, left, `${filled}0`),
      ...takers.flatMap((person) =>
        tried(
          place + 1,
          left.filter((one) => one !== person),
          `${filled}1`,
        ),
      ),
    ];
  };
  return new Set(tried(0, [...may.keys()], ''));
}

it('gives a place only to who may have it, and nobody two', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const holders = found(one);
      expect(holders).toHaveLength(one.places.length);
      const people = holders.filter((person) => person !== undefined);
      expect(new Set(people).size).toBe(people.length);
      for (const [place, person] of holders.entries()) if (person !== undefined) expect(person[place]).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('fills as many places as anybody could, and of those the ones named first', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const filled = found(one)
        .map((person) => (person === undefined ? '0' : '1'))
        .join('');
      const count = (text: string) => [...text].filter((place) => place === '1').length;
      const best = [...fillable(one)].toSorted(
        (first, other) => count(other) - count(first) || (first < other ? 1 : -1),
      )[0];
      expect(filled).toBe(best);
    }),
    { numRuns: 200 },
  );
});

it('moves somebody to another place where that fills one more', () => {
  const may = { ann: ['thaw', 'check'], bea: ['thaw'] } as const;
  const people = ['ann', 'bea'] as const;
  expect(matched(['thaw', 'check'], people, (who, place) => may[who].some((one) => one === place))).toEqual([
    'bea',
    'ann',
  ]);
});
