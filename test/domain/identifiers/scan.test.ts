import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBracketedGs1 } from '../../../lambdas/domain/identifiers/gs1-bracketed.ts';
import { readGs1 } from '../../../lambdas/domain/identifiers/gs1-element-string.ts';
import { readIsbtMessage } from '../../../lambdas/domain/identifiers/isbt-message.ts';
import { readScan } from '../../../lambdas/domain/identifiers/scan.ts';
import { scanFor, scannedGs1 } from '../../../lambdas/domain/identifiers/scan-for.ts';
import { SCAN_NAMES, type ScanKind } from '../../../lambdas/domain/identifiers/scan-kinds.ts';

const GS = '\u001d';
const SEC = 'DE000123A999926000005A00S112700020261201';
const MESSAGE = `=+05000=A99992600000500&/CHA999926000001=<S1127100&>0263352359&,4${SEC}`;
const SYMBOL = `]d201095060001343521727063010LOT-0001${GS}21SN000123`;
const SCANS: readonly (readonly [string, ScanKind])[] = [
  ['=A99992600000507', 'din'],
  ['A9999 26 000005 0', 'din'],
  ['a999926000005', 'din'],
  ['&/CHA999926000001', 'chain-of-identity'],
  ['CHA9999 26 000001 *', 'chain-of-identity'],
  ['=<S1127100', 'product-code'],
  ['S1127100', 'product-code'],
  ['=,00000A', 'divisions'],
  ['&>0263352359', 'expiry'],
  ['=*026335', 'collection'],
  ['=}026335', 'production'],
  ['=]202612', 'expiry-month'],
  ['=%T300', 'other'],
  [`&,4${SEC}`, 'sec'],
  [`SEC: ${SEC.slice(0, 21)} ${SEC.slice(21)}`, 'sec'],
  ['DE000123A999926000005', 'donation-sequence'],
  [MESSAGE, 'isbt-message'],
  [`]d1${MESSAGE}\r\n`, 'isbt-message'],
  ['=A99992600000500=<S1127100', 'isbt-message'],
  ['=+01000=<S1127100', 'isbt-message'],
  [']C0=A99992600000500', 'din'],
  [SYMBOL, 'gs1'],
  [SYMBOL.slice(3), 'gs1'],
  ['01095060001343521727063010LOT-0001', 'gs1'],
  ['(01)09506000134352(10)LOT-0001', 'gs1'],
  ['00095060001343000007', 'gs1'],
  [`10A${GS}21B`, 'gs1'],
  [']C110A', 'gs1'],
  ['09506000134352', 'gtin'],
];

describe('scan', () => {
  it.each(SCANS)('reads %j as %s', (text, kind) => {
    expect(readScan(text)).toMatchObject({ ok: true, value: { kind } });
  });

  it.each([
    ['', '0 characters'],
    ['B-0815', '5 characters'],
    ['A9999260000051', 'check character'],
    ['CHA9999260000018', 'check character'],
    ['S112710!', 'Product code'],
    [`${SEC.slice(0, 32)}20261301`, 'Single European Code'],
    ['Q1000123A999926000005', 'Donation identification sequence'],
    ['0109506000134353', 'GTIN'],
    ['10LOT', '5 characters'],
    ['9506000134307', 'a donation number (DIN) or a GTIN'],
    [']E09506000134352', 'another kind of symbol'],
    ['=A99992600000561', 'checksum'],
    ['=~123', 'position 1'],
    [']d2S1127100', 'position 1'],
    ['0109506000134352103A21B', 'separators'],
    ['x'.repeat(4297), 'at most 4296'],
  ])('refuses %j, naming %s', (text, named) => {
    expect(readScan(text)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it('gives an answer to any string at all, and never repeats one that it refuses', () => {
    const codeUnits = fc.uint16Array({ maxLength: 60 }).map((units) => String.fromCharCode(...units));
    const marks = fc.constantFrom(
      '',
      '=',
      '&',
      '=+01000',
      ']d2',
      ']d1',
      '(10)',
      `10A${GS}`,
      '0109506000134352',
      'SEC:',
    );
    const broken = fc
      .tuple(fc.constantFrom(...SCANS.map(([text]) => text)), fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([text, place, by]) => text.slice(0, place % text.length) + by + text.slice((place % text.length) + 1));
    const any = fc.oneof(
      fc.tuple(marks, fc.oneof(codeUnits, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }))),
      fc.tuple(fc.constant(''), broken),
    );
    fc.assert(
      fc.property(any, ([mark, rest]) => {
        const read = readScan(mark + rest);
        if (read.ok) expect(Object.keys(SCAN_NAMES)).toContain(read.value.kind);
        else expect(read.refusal).toMatchObject({ code: 'invalid', message: expect.stringMatching(/expected|belong/) });
      }),
      { numRuns: 2000 },
    );
    for (const mark of ['', '=', '=<', '&,4', ']d2', ']d210', '(91)', '(', 'SEC:']) {
      expect(JSON.stringify(readScan(`${mark}Erika Mustermann`))).not.toMatch(/erika|muster/i);
    }
  });

  // Anything worse than linear in a million characters does not end within the time a test has.
  it.each([
    ['brackets that open', () => readBracketedGs1('('.repeat(1e6))],
    ['a long content', () => readBracketedGs1(`(10)${'A('.repeat(5e5)}`)],
    ['identifiers in brackets', () => readBracketedGs1('(10)A'.repeat(2e5))],
    ['elements', () => readGs1(`10A${GS}`.repeat(2e5))],
    ['a content without end', () => readGs1(`10${'A'.repeat(1e6)}`)],
    ['structures', () => readIsbtMessage('=<S1127100'.repeat(1e5))],
    ['spaces', () => readIsbtMessage(`=A${' '.repeat(1e6)}0`)],
    ['a scan', () => readScan(`${' '.repeat(5e5)}A${' '.repeat(5e5)}`)],
  ])('takes linear time over %s', (_name, read) => {
    expect(read()).toHaveProperty('ok');
  });
});

describe('scan for one kind', () => {
  it('takes it alone, and out of a message', () => {
    const alone = scanFor('=A99992600000500', 'din');
    expect(alone).toMatchObject({ ok: true, value: { number: 'A999926000005', flags: '00' } });
    expect(scanFor(MESSAGE, 'din')).toEqual(alone);
    expect(scanFor(MESSAGE, 'sec')).toEqual({ ok: true, value: { kind: 'sec', code: SEC } });
    expect(scanFor(MESSAGE, 'isbt-message')).toMatchObject({ ok: true, value: { structures: { length: 5 } } });
    expect(scanFor('=A99992600000500=A99992600000507', 'din')).toMatchObject({ ok: true });
  });

  it.each([
    ['=<S1127100', 'din', 'expected a donation number (DIN), got a product code'],
    [MESSAGE, 'collection', 'expected a collection date, got an ISBT 128 message'],
    ['=A99992600000500=A99992600008800', 'din', 'got 2 in one message'],
    [SYMBOL, 'chain-of-identity', 'got a GS1 symbol'],
    ['nothing', 'din', '7 characters'],
  ] as const)('refuses %j for %s', (text, kind, named) => {
    expect(scanFor(text, kind)).toMatchObject({
      refusal: { code: 'invalid', message: expect.stringContaining(named) },
    });
  });

  it('finds the batch of a GS1 symbol', () => {
    const scan = scanFor(SYMBOL, 'gs1');
    expect(scan.ok && scannedGs1(scan.value, '10')).toBe('LOT-0001');
    const other = scanFor('S1127100', 'product-code');
    expect(other.ok && scannedGs1(other.value, '10')).toBeUndefined();
  });
});
