import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonBody } from '../../../lambdas/domain/ehr/json-text.ts';

const parse = (text: string) => parseJsonBody(Buffer.from(text));

describe('JSON from outside', () => {
  it('is what JSON.parse says, for everything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const expected: unknown = JSON.parse(text);
        // fast-check may write the one key that is refused.
        fc.pre(!text.includes('__proto__'));
        expect(parse(text)).toEqual({ ok: true, value: expected });
      }),
    );
  });

  it('may say the same key in different objects, and brackets in texts', () => {
    expect(parse('[{"a":{"a":"{[,\\"a\\":"}},{"a":["a","a"]}]').ok).toBe(true);
  });

  it.each([
    ['nothing', '', /expected JSON/],
    ['text', 'hello', /expected JSON/],
    ['two values', '{} {}', /expected JSON/],
    ['a key twice', '{"status":"active","x":[{"b":1}],"status":"revoked"}', /same key twice/],
    ['a key twice, once escaped', '{"status":1,"st\\u0061tus":2}', /same key twice/],
    ['a key twice deep inside', '[{"a":[{"b":1,"c":{},"b":2}]}]', /same key twice/],
    ['__proto__', '{"resourceType":"Patient","__proto__":{"admin":true}}', /__proto__/],
    ['__proto__ escaped', '{"a":{"\\u005f_proto__":1}}', /__proto__/],
    ['deep nesting', `${'['.repeat(65)}${']'.repeat(65)}`, /deeper than 64/],
    ['nesting without end', '['.repeat(200_000), /expected JSON/],
    ['very deep nesting', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /deeper than 64/],
  ])('that is %s is refused', (_, text, why) => {
    expect(parse(text)).toMatchObject({ ok: false, refusal: { code: 'invalid', message: expect.stringMatching(why) } });
  });

  it('that is no UTF-8 is refused', () => {
    expect(parseJsonBody(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ ok: false });
  });

  it('takes a text of a megabyte', () => {
    expect(parse(JSON.stringify({ a: '\\"'.repeat(300_000) })).ok).toBe(true);
  });
});
