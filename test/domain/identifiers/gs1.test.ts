import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenGs1Associations, differencesOfGs1 } from '../../../lambdas/domain/identifiers/gs1-associations.ts';
import { printBracketedGs1, readBracketedGs1 } from '../../../lambdas/domain/identifiers/gs1-bracketed.ts';
import { printGs1, readGs1 } from '../../../lambdas/domain/identifiers/gs1-element-string.ts';
import { GS1_FIELDS } from '../../../lambdas/domain/identifiers/gs1-fields.ts';
import { gs1CheckDigit } from '../../../lambdas/domain/identifiers/gs1-keys.ts';
import { type Gs1Message, gs1Content, gs1MessageSchema } from '../../../lambdas/domain/identifiers/gs1-message.ts';

const GS = '\u001d';
const STREAM = `]d201095060001343521727063010LOT-AXI-0001${GS}21SN000123${GS}70032706302359`;
const BRACKETED = '(01)09506000134352(17)270630(10)LOT-AXI-0001(21)SN000123(7003)2706302359';
const CSET_82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;

const message = (text: string): Gs1Message => {
  const read = readBracketedGs1(text);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
};

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const free = (max: number) => fc.string({ unit: fc.constantFrom(...CSET_82), minLength: 1, maxLength: max });
const checked = (length: number) => digits(length - 1).map((content) => content + gs1CheckDigit(content));
const CONTENTS = {
  '01': checked(14),
  '10': free(20),
  '17': fc.constantFrom('270630', '280229', '271200'),
  '21': free(20),
  '240': free(30),
  '253': fc.tuple(checked(13), fc.oneof(fc.constant(''), free(17))).map((parts) => parts.join('')),
  '4331': fc.constantFrom('015000-', '000800'),
  '7003': fc.constantFrom('2706302359', '2802290000'),
  '8003': fc.tuple(checked(13), fc.oneof(fc.constant(''), free(16))).map(([key, serial]) => `0${key}${serial}`),
  '8018': checked(18),
};
const elements = fc
  .shuffledSubarray(Object.keys(CONTENTS) as (keyof typeof CONTENTS)[], { minLength: 1 })
  .chain((ais) => fc.tuple(...ais.map((ai) => CONTENTS[ai].map((content) => ({ ai, content })))))
  .map((list) => gs1MessageSchema().parse(list));

describe('GS1 element string', () => {
  it.each([STREAM, STREAM.slice(3), STREAM.replace('d2', 'C1'), `]Q3${GS}${STREAM.slice(3)}\r\n`, `${STREAM}${GS}`])(
    'reads %j',
    (text) => {
      expect(readGs1(text)).toEqual({
        ok: true,
        value: [
          { ai: '01', content: '09506000134352' },
          { ai: '17', content: '270630' },
          { ai: '10', content: 'LOT-AXI-0001' },
          { ai: '21', content: 'SN000123' },
          { ai: '7003', content: '2706302359' },
        ],
      });
    },
  );

  it.each([
    ['a mistaken GTIN', STREAM.replace('352', '353'), 'check digit'],
    ['month 13', STREAM.replace('17270630', '17271330'), 'does not exist'],
    [
      'day 00 where a time follows',
      STREAM.replace('70032706', '7003270600').replace('302359', '2359'),
      'does not exist',
    ],
    ['29 February of a common year', STREAM.replace('17270630', '17270229'), 'does not exist'],
    ['an hour 24', STREAM.replace('2359', '2400'), '0000 to 2359'],
    ['an unknown identifier', `${STREAM}${GS}91X`, 'position 66'],
    ['a name of the patient', `${STREAM}${GS}7253MUSTERMANN`, 'position 66'],
    ['a lost separator', STREAM.replace(GS, ''), 'FNC1'],
    ['a doubled separator', STREAM.replace(GS, GS + GS), 'position'],
    ['a batch of nothing', `]d210${GS}21A`, 'expected 1 to 20 characters, got 0'],
    ['a space in a batch', ']d210A B', 'position 2'],
    ['an end cut off', ']d20109506000134', 'expected 14 characters, got 11'],
    ['a separator in the middle', `]d20109506000${GS}134352`, 'position 9'],
    ['two different batches', `]d210A${GS}10B`, 'two different'],
    ['an asset without its zero', ']d2800319506000134307', 'a zero'],
    ['a temperature with another sign', ']d24331015000+', 'minus'],
    ['another symbology', ']d1010950600013435', 'd2, C1, Q3'],
    ['nothing', ']d2', 'got none'],
    ['nothing at all', '', 'got none'],
  ])('refuses %s', (_name, text, named) => {
    expect(readGs1(text)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it('prints separators only where they are needed', () => {
    expect(printGs1(message(BRACKETED))).toBe(STREAM.slice(3));
  });

  it('takes the same element twice', () => {
    expect(readGs1(`10A${GS}10A`)).toEqual({ ok: true, value: [{ ai: '10', content: 'A' }] });
  });

  it('comes back the same from the symbol and from the form for people', () => {
    fc.assert(
      fc.property(elements, (list) => {
        for (const mark of ['', ']d2', ']C1', ']Q3', GS]) {
          expect(readGs1(mark + printGs1(list))).toEqual({ ok: true, value: list });
        }
        expect(readBracketedGs1(printBracketedGs1(list))).toEqual({ ok: true, value: list });
      }),
    );
  });

  it('never repeats what was scanned', () => {
    const scans = [']d210Erika Mustermann', ']d27253MUSTERMANN', ']d2Mustermann'].map(readGs1);
    expect(JSON.stringify([...scans, readBracketedGs1('(10)Mustermännin')])).not.toMatch(/erika|muster/i);
  });
});

describe('GS1 for people', () => {
  it('reads and prints brackets', () => {
    expect(printBracketedGs1(message(BRACKETED))).toBe(BRACKETED);
    expect(message(BRACKETED.replaceAll('(', ' ('))).toEqual(message(BRACKETED));
    expect(readGs1(STREAM)).toEqual({ ok: true, value: message(BRACKETED) });
  });

  it('keeps brackets inside of a batch', () => {
    expect(message('(10)A(B)(21)C')).toEqual([
      { ai: '10', content: 'A(B)' },
      { ai: '21', content: 'C' },
    ]);
    expect(message('(10)A\\(21)C')).toEqual([{ ai: '10', content: 'A(21)C' }]);
    expect(printBracketedGs1(message('(10)A\\(21)C'))).toBe('(10)A\\(21)C');
  });

  it.each([
    ['01)09506000134352', 'in brackets at position 1'],
    ['(91)X', 'position 2'],
    ['(01)0950600013435', 'expected 14 characters'],
    ['(10)A\\B', 'position 2'],
    ['', 'got none'],
  ])('refuses %j, naming %s', (text, named) => {
    expect(readBracketedGs1(text)).toMatchObject({ refusal: { message: expect.stringContaining(named) } });
  });
});

describe('GS1 application identifiers', () => {
  it('begin none with another', () => {
    const ais = GS1_FIELDS.map(({ ai }) => ai);
    for (const ai of ais) expect(ais.filter((other) => other.startsWith(ai))).toEqual([ai]);
  });

  it('are of known length only with the two digits that GS1 has set for that', () => {
    const known = /^(?:0[0-4]|1[1-9]|20|3[1-6]|41)/;
    for (const { ai, predefined } of GS1_FIELDS) expect(predefined, ai).toBe(known.test(ai));
  });

  it.each([
    [BRACKETED, []],
    ['(10)A', ['batch (10)']],
    ['(01)09506000134352(37)5', ['GTIN (01)', 'count (37)', 'count (37)']],
    ['(01)09506000134352(250)A', ['secondary serial number (250)']],
    ['(8017)950600013435000011(8018)950600013435000011', ['provider (GSRN)', 'recipient (GSRN)']],
    ['(00)095060001343000007(4331)015000-', []],
    ['(4333)015000-', ['minimum temperature']],
  ])('%s breaks %j', (text, named) => {
    expect(brokenGs1Associations(message(text))).toEqual(named.map((name) => expect.stringContaining(name)));
  });

  it('tell two scans apart by what both say', () => {
    const other = message('(10)LOT-AXI-0002(240)X');
    expect(differencesOfGs1(message(BRACKETED), other)).toEqual(['10']);
    expect(gs1Content(other, '10')).toBe('LOT-AXI-0002');
    expect(gs1Content(other, '21')).toBeUndefined();
  });

  it.each([
    [[]],
    [[{ ai: '91', content: 'X' }]],
    [[{ ai: '01', content: '09506000134353' }]],
    [
      [
        { ai: '10', content: 'A' },
        { ai: '10', content: 'B' },
      ],
    ],
  ])('refuses %j as a message', (input) => {
    expect(gs1MessageSchema().safeParse(input).success).toBe(false);
  });
});
