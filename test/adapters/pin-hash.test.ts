import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deriveOnce, hashPin, isPin, NOBODY, PIN_COST } from '../../lambdas/adapters/pin-hash.ts';
import { kmsPinKey } from '../../lambdas/adapters/pin-key.ts';
import { EXAMPLE_PIN_COST } from '../../local/scenario/staff.ts';
import { pinKey } from '../support/pin-key.ts';

const FUNCTIONS = fileURLToPath(new URL('../../lambdas/', import.meta.url));
const SALT = new Uint8Array(16);
const EVA = { id: 'eva', pin: '123456' };

describe('the hash of a PIN', () => {
  it('takes 64 MiB a try, of an unknown id as well', async () => {
    expect(128 * PIN_COST.N * PIN_COST.r).toBe(64 * 1024 * 1024);
    expect(NOBODY).toMatchObject(PIN_COST);
    const kept = await hashPin(pinKey, EVA, SALT, PIN_COST);
    expect(kept).toMatchObject(PIN_COST);
    expect(await isPin(pinKey, EVA, kept)).toBe(true);
  });

  it('is of one person and one key', async () => {
    const kept = await hashPin(pinKey, EVA, SALT, EXAMPLE_PIN_COST);
    expect(await isPin(pinKey, EVA, kept)).toBe(true);
    expect(await isPin(pinKey, { ...EVA, pin: '123457' }, kept)).toBe(false);
    expect(await isPin(pinKey, { ...EVA, id: 'rita' }, kept)).toBe(false);
    const other = { macOf: async () => new Uint8Array(32) };
    expect(await isPin(other, EVA, kept)).toBe(false);
  });
});

describe('what the key is asked', () => {
  const asked = async (typed: typeof EVA) => {
    const inputs: { Message: Uint8Array; KeyId: string; MacAlgorithm: string }[] = [];
    const send = async ({ input }: { input: (typeof inputs)[number] }) => {
      inputs.push(input);
      return { Mac: SALT };
    };
    await kmsPinKey({ send } as never, 'arn:pin').macOf(typed);
    const { Message = SALT, ...rest } = inputs[0] ?? {};
    return { text: Buffer.from(Message).toString('utf8'), ...rest };
  };

  it('names purpose, person and PIN, as NFKC has it', async () => {
    expect(await asked({ id: 'eva', pin: '\uff11\uff12\uff13456' })).toEqual({
      text: 'atmp-pin/v1\neva\n123456',
      KeyId: 'arn:pin',
      MacAlgorithm: 'HMAC_SHA_256',
    });
  });

  it('is never longer than the service takes', async () => {
    const longest = { id: '\u{10ffff}'.repeat(32), pin: '\ufdfa'.repeat(64) };
    expect(Buffer.byteLength((await asked(longest)).text)).toBeLessThan(4096);
    await expect(asked({ id: 'eva', pin: '1'.repeat(4096) })).rejects.toThrow(/expected at most 4096/);
  });
});

describe('in a simulation, where nothing is derived twice', () => {
  it('no function may ask for it', () => {
    const asking = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !['adapters/pin-hash.ts', 'adapters/journey-cache.ts'].includes(name))
      .filter((name) => /\b(deriveOnce|shareLogs)\b/.test(readFileSync(join(FUNCTIONS, name), 'utf8')));
    expect(asking).toEqual([]);
  });

  it('a PIN is right, and a wrong one wrong, as before', async () => {
    const kept = await hashPin(pinKey, EVA, SALT, EXAMPLE_PIN_COST);
    deriveOnce();
    for (let times = 0; times < 2; times += 1) {
      expect(await isPin(pinKey, EVA, kept)).toBe(true);
      expect(await isPin(pinKey, { ...EVA, pin: '123457' }, kept)).toBe(false);
      expect(await isPin(pinKey, EVA, { ...kept, salt: Buffer.alloc(16, 1).toString('base64') })).toBe(false);
      expect(await isPin(pinKey, EVA, { ...kept, N: 2 * kept.N })).toBe(false);
    }
  });
});
