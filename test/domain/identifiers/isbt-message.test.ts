import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictionsIn, splitOf } from '../../../lambdas/domain/identifiers/isbt-agreement.ts';
import { readIsbtMessage } from '../../../lambdas/domain/identifiers/isbt-message.ts';
import type { IsbtStructure } from '../../../lambdas/domain/identifiers/isbt-structure.ts';
import { productCodeSchema } from '../../../lambdas/domain/identifiers/product-code.ts';

const OFFICIAL = '=+05000=Z54991712345600=%T300=<T0416003&>0183652359&,4PL001499Z549917123456A00T041600320181231';
const CELLS =
  '=+05000=A99992600000500&/CHA999926000001=<S1127100&>0263352359&,4DE000123A999926000005A00S112700020261201';

const read = (text: string): readonly IsbtStructure[] => {
  const outcome = readIsbtMessage(text);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.value;
};

describe('compound message', () => {
  it('reads the official example', () => {
    expect(read(OFFICIAL)).toEqual([
      { kind: 'din', number: 'Z549917123456', from: 'barcode', flags: '00' },
      { kind: 'other', structure: '002', name: 'blood groups', content: 'T300' },
      { kind: 'product-code', code: 'T0416003' },
      { kind: 'expiry', at: { day: '2018-12-31', time: '23:59' } },
      { kind: 'sec', code: 'PL001499Z549917123456A00T041600320181231' },
    ]);
  });

  it('reads one with a chain of identity', () => {
    expect(read(CELLS)).toEqual([
      { kind: 'din', number: 'A999926000005', from: 'barcode', flags: '00' },
      { kind: 'chain-of-identity', value: 'CHA999926000001' },
      { kind: 'product-code', code: 'S1127100' },
      { kind: 'expiry', at: { day: '2026-12-01', time: '23:59' } },
      { kind: 'sec', code: 'DE000123A999926000005A00S112700020261201' },
    ]);
  });

  it.each([
    ['fewer structures than counted', OFFICIAL.replace('=+05', '=+06'), 'expected 6 data structures'],
    ['more structures than counted', OFFICIAL.replace('=+05', '=+04'), 'expected 4 data structures'],
    ['a count of none', '=+00000', 'got 0'],
    ['a header cut short', '=+05', '5 digits'],
    ['an end cut off', OFFICIAL.slice(0, -1), 'got 39 characters'],
    ['an unknown structure', '=+01000=~1234', 'position 8'],
    ['a local structure', '=+01000&a1234', 'position 8'],
    ['a separator between', OFFICIAL.replace('=%', ' =%'), 'position 24'],
    ['a second header', '=+02000=+01000=<T0416003', 'at the start'],
    ['a birth date', '=+02000=<T0416003=#0119700101', 'one of the patient'],
    ['a checksum that does not verify', CELLS.replace('0000500', '0000561'), 'checksum'],
    ['a division elsewhere that is missing', '=+02000=<S1127199&>0263352359', '032'],
  ])('refuses %s', (_name, text, named) => {
    const outcome = readIsbtMessage(text);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    expect(JSON.stringify(outcome)).toContain(named);
  });

  it('refuses every message that was cut or had a character taken out', () => {
    fc.assert(
      fc.property(fc.constantFrom(OFFICIAL, CELLS), fc.nat(200), (text, place) => {
        const at = place % text.length;
        expect(readIsbtMessage(text.slice(0, at)).ok).toBe(false);
        expect(readIsbtMessage(text.slice(0, at) + text.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('data structures', () => {
  it.each([
    ['=<S1127199=,00000A', ['product-code', 'divisions']],
    ['=A99992600000507=<S1127100', ['din', 'product-code']],
    ['=>026335', ['expiry']],
    ['=*026335&*0263351200', ['collection', 'collection']],
    ['=}026335&}0263351200', ['production', 'production']],
    ['=]202612', ['expiry-month']],
    ['=(1001202612012359', ['expiry']],
    ['=(1006202612012359', ['other']],
    ['=;A99990000000000000001', ['other']],
    ['=/A9990ABC123T048', ['other']],
    ['&:1234ABCDEFGHIJKLM00', ['other']],
  ])('reads %s', (text, kinds) => {
    expect(read(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('leaves a product code that stands alone to whoever also asks for its division', () => {
    expect(read('=<S1127199')).toEqual([{ kind: 'product-code', code: 'S1127199' }]);
  });

  it.each([
    ['', 'got 0'],
    ['=]202613', 'a month'],
    ['&/CHO999926000001', 'position 3'],
    ['&#0112AB', 'Patient'],
    ['=#0119700101', 'patient'],
    ['=\u{1F600}', 'position 1'],
  ])('refuses %j, naming %s', (text, named) => {
    expect(JSON.stringify(readIsbtMessage(text)).toLowerCase()).toContain(named.toLowerCase());
    expect(readIsbtMessage(text).ok).toBe(false);
  });
});

describe('agreement of a label with itself', () => {
  it.each([OFFICIAL, CELLS])('finds nothing in %s', (text) => {
    expect(contradictionsIn(read(text))).toEqual([]);
  });

  it.each([
    ['another donation', CELLS.replace('DE000123A999926000005', 'DE000123A999926000006'), 'donation'],
    ['another product', CELLS.replace('00S1127', '00S1128'), 'product'],
    ['another split', CELLS.replace('00S1127000', '00S11270A0'), 'product'],
    ['another expiry', CELLS.replace('20261201', '20261202'), 'expiry'],
    ['two donations', '=A99992600000500=A99992600008800', 'donation number'],
    ['two products', '=<S1127100=<S1127200', 'product code'],
    ['two identities', '&/CHA999926000001&/CHA999926000002', 'chain of identity'],
    ['two expiries', '=>026335&>0263360000', 'expiry'],
  ])('finds %s', (_name, text, named) => {
    expect(contradictionsIn(read(text))).toEqual([expect.stringContaining(named)]);
  });

  it('compares neither another coding, nor no expiry, nor a time in UTC', () => {
    const other = CELLS.replace('A00S1127', 'E0000053').replace('20261201', '00000000').replace('0000500&', '0000600&');
    expect(contradictionsIn(read(other))).toEqual([]);
    expect(contradictionsIn(read('=(2001202612010200=>026334'))).toEqual([]);
    expect(contradictionsIn(read('=<H1234100&,4DE000123A999926000005A00H123400720261201'))).toEqual([]);
  });

  it.each([
    ['T0416003', '003'],
    ['S1416100', '000'],
    ['S14161Ab', '0Ab'],
    ['S1416199', undefined],
    ['E0001V00', undefined],
  ])('%s has the split %s', (code, split) => {
    expect(splitOf(productCodeSchema.parse(code))).toBe(split);
  });
});
