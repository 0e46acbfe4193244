import { expect, test } from 'vitest';
import { canonicalText, hashOf, sha256Hex } from '../../../lambdas/domain/audit/hash.ts';

const PREFIX = 'atmp-audit/v1\n';
const FIRST = {
  seq: 1,
  role: 'apheresis_nurse',
  reason: null,
  prev: '0'.repeat(64),
  old: null,
  new: { din: 'A999926000005' },
  entity: 'collection/col-1',
  at: '2026-11-22T12:00:00.000Z',
  actor: 'u1',
  action: 'create',
};
const FIRST_HASH = '8c683775b7765dadf67dd413c5e3630a0f362cf3328b6ba108f15ea241cb0d61';

test('the known chain of two gives its known hashes, in whatever order the keys come', () => {
  const second = {
    ...FIRST,
    action: 'update',
    at: '2026-11-22T12:05:00.000Z',
    new: { volumeMl: 203 },
    old: { volumeMl: 230 },
    prev: FIRST_HASH,
    reason: 'typo in volume',
    seq: 2,
  };
  expect(sha256Hex(PREFIX + canonicalText(FIRST))).toBe(FIRST_HASH);
  expect(sha256Hex(PREFIX + canonicalText(second))).toBe(
    '81819a461b837c3dc66336f6a084a78c2202c53a221234ec3f0fae308b042b65',
  );
});

test('canonical text sorts keys, prints numbers as ECMAScript does and drops what JSON does not have', () => {
  expect(canonicalText({ b: 2.0, a: [1e21, -0, 0.1], '\u20ac': 'é', A: undefined })).toBe(
    '{"a":[1e+21,0,0.1],"b":2,"€":"é"}',
  );
  expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
  expect(hashOf({ dose: '2.0' })).not.toBe(hashOf({ dose: '2' }));
});

test.each([
  ['undefined', undefined],
  ['NaN', { a: Number.NaN }],
  ['Infinity', [Number.POSITIVE_INFINITY]],
  ['a lone surrogate', { a: '\ud800' }],
])('%s cannot be hashed', (_name, value) => {
  expect(() => hashOf(value)).toThrow(/Canonical JSON/);
});
