import { expect, it } from 'vitest';
import { jsonCopy } from '../../../local/aws/json-copy.ts';

const throughText = (value: unknown): unknown => {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
};

it.each([
  ['texts, numbers and null', { text: 'a "b" \u2028', number: -0.5, none: null, yes: true, list: [1, [2, {}]] }],
  ['what JSON leaves out', { gone: undefined, call: () => 1, list: [undefined, () => 1, 2] }],
  ['numbers that are none', [Number.NaN, Number.POSITIVE_INFINITY]],
  ['what has a form of its own', { at: new Date(0), bytes: Buffer.from('ab'), url: new URL('http://a.example/') }],
  ['bytes and collections', { bytes: new Uint8Array([1, 2]), map: new Map([[1, 2]]), set: new Set([1]) }],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 })],
  ['a member called __proto__', JSON.parse('{"__proto__":{"a":1}}')],
  ['nothing', undefined],
])('gives what JSON text gives: %s', (_, value) => {
  expect(jsonCopy(value)).toStrictEqual(throughText(value));
});

it('shares nothing with what was given', () => {
  const given = { inner: { list: [{}] } };
  const copy = jsonCopy(given) as typeof given;
  expect([copy === given, copy.inner === given.inner, copy.inner.list[0] === given.inner.list[0]]).toEqual([
    false,
    false,
    false,
  ]);
});

it('refuses what JSON refuses', () => {
  expect(() => jsonCopy({ big: 1n })).toThrow(TypeError);
});
