import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../lambdas/domain/audit/canonical-json.ts';

// What browsers sign with: two implementations of one RFC.
const SEED = 8785;

test('any JSON value is written as the implementation in browsers writes it', () => {
  const members = fc.oneof(
    fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }),
    fc.constant(undefined),
    fc.date({ noInvalidDate: true }),
  );
  const values = fc.oneof(
    members,
    fc.array(members, { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), members, { maxKeys: 8 }),
  );
  fc.assert(
    fc.property(values, (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { seed: SEED, numRuns: 50 },
  );
});

test('few names and many are put in the same order, by code units', () => {
  const few = ['b', 'a', '10', '9', 'ä', '€', '\ud83d\ude00', '\ufb33', ''];
  const many = [...few, ...Array.from({ length: 40 }, (_, at) => `n${at}`)];
  const long = ['b', 'a'].map((name) => name.repeat(100));
  for (const names of [few, many, long, long]) {
    const value = Object.fromEntries(names.map((name, at) => [name, at]));
    expect(canonicalJson(value)).toBe(canonicalize(value));
    expect(Object.keys(JSON.parse(canonicalJson(value) ?? '')).length).toBe(names.length);
  }
});

test.each([
  ['a quotation mark', 'say "yes"'],
  ['a backslash', 'a\\b'],
  ['a line break', 'a\nb'],
  ['DEL', '\u007f'],
  ['a line separator', '\u2028'],
])('%s in a text and in a name is written as JSON writes it', (_what, text) => {
  expect(canonicalJson({ [text]: text })).toBe(JSON.stringify({ [text]: text }));
});

test.each([
  ['a bigint', { a: 1n }],
  ['a lone surrogate in a name', { '\udc00': 1 }],
  ['what is nested without end', nested()],
])('%s is refused', (_what, value) => {
  expect(() => canonicalJson(value)).toThrow();
});

test('what is left out of objects is null in lists', () => {
  expect(canonicalJson({ a: [undefined, () => 1], b: undefined, c: () => 1 })).toBe('{"a":[null,null]}');
});

function nested(): unknown {
  const one: Record<string, unknown> = {};
  one.one = one;
  return one;
}
