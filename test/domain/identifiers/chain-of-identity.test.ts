import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  chainOfIdentityCheckCharacter,
  chainOfIdentitySchema,
  parseChainOfIdentity,
  sameChainOfIdentity,
} from '../../../lambdas/domain/identifiers/chain-of-identity.ts';

const isbt = (value: string) => ({ issuer: 'Maker', scheme: 'isbt128', value });

describe('chain of identity', () => {
  it.each(['CHA999926000001', 'CHA999926000001*', '&/CHA999926000001', 'cha9999 26 000001', 'CH-A9999-26-000001-*'])(
    'keeps ISBT 128 %j as its 15 characters',
    (value) => {
      expect(parseChainOfIdentity(isbt(value))).toEqual({ ok: true, value: isbt('CHA999926000001') });
    },
  );

  it('prints the check character over the content with CH', () => {
    expect(chainOfIdentityCheckCharacter('CHW123426AB12CD')).toBe('S');
  });

  it.each([
    ['A999926000001', '13 characters'],
    ['CHO999926000001', 'position 3'],
    ['CHA99A926000001', 'position 6'],
    ['CHA9999260000018', 'check character'],
    ['&/CHA999926000001*', '16 characters'],
    ['&/cha999926000001', 'position 1'],
  ])('refuses ISBT 128 %j, naming %s', (value, named) => {
    expect(parseChainOfIdentity(isbt(value))).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it("takes a maker's own value as written", () => {
    const own = { issuer: 'Maker', scheme: 'maker', value: 'abc/12-3 x' };
    expect(parseChainOfIdentity(own)).toEqual({ ok: true, value: own });
  });

  it.each([
    [{ issuer: '', scheme: 'maker', value: 'A' }, 'issuer'],
    [{ issuer: 'M', scheme: 'ISBT128', value: 'A' }, 'scheme'],
    [{ issuer: 'M', scheme: 'isbt-128', value: 'CHA999926000001' }, 'isbt128'],
    [{ issuer: 'M', scheme: 'maker', value: 'a\r\nb' }, 'value'],
    [{ issuer: 'M', scheme: 'maker', value: 'A', more: 1 }, 'more'],
    [{ issuer: 'M', scheme: 'maker' }, 'value'],
    ['CHA999926000001', 'identifier'],
  ])('refuses %j, naming %s', (input, named) => {
    expect(parseChainOfIdentity(input)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it('is the same only with issuer, scheme and value', () => {
    const one = chainOfIdentitySchema.parse(isbt('CHA999926000001*'));
    const same = chainOfIdentitySchema.parse(isbt('&/CHA999926000001'));
    const other = chainOfIdentitySchema.parse({ ...isbt('CHA999926000001'), issuer: 'Site' });
    expect(sameChainOfIdentity(one, same)).toBe(true);
    expect(sameChainOfIdentity(one, other)).toBe(false);
  });

  it('has a JSON Schema', () => {
    expect(z.toJSONSchema(chainOfIdentitySchema)).toMatchObject({ required: ['issuer', 'scheme', 'value'] });
  });
});
