import { type Outcome, ok, refuse } from '../outcome.ts';
import { readIsbtChainOfIdentity } from './chain-of-identity.ts';
import { readDonationNumber } from './donation-number.ts';
import { readDonationSequence } from './donation-sequence.ts';
import { readBracketedGs1 } from './gs1-bracketed.ts';
import { readGs1, readUnmarkedGs1, SEPARATOR } from './gs1-element-string.ts';
import { readGtin } from './gs1-keys.ts';
import type { Gs1Message } from './gs1-message.ts';
import { readIsbtMessage } from './isbt-message.ts';
import { readProductCode } from './product-code.ts';
import { SCAN_NAMES, type Scan, type ScanKind } from './scan-kinds.ts';
import { readSec } from './sec.ts';

/** More than any symbol holds (QR: 4296 characters): what is longer was pasted, not scanned. */
const LONGEST = 4296;
/** A symbol that is not GS1: `]C0` Code 128, `]d1` Data Matrix, `]Q1` QR, and what else has no FNC1 in front. */
const PLAIN_SYMBOLOGY = /^\](?:C0|d[01]|Q[01])/;
const GS1_SYMBOLOGY = /^\](?:C1|d2|Q3)/;
const GS1_BRACKET = /^\(\d{2,4}\)/;
const GS1_KEY = /^0[01]\d{14}/;

/**
 * Reads what a scanner sent or a person typed. Marked text (`=`, `&`, `]…`, `(01)…`, a GS1 separator, or a GTIN or SSCC in
 * front that verifies) is read as what it says it is. Unmarked text must have the form of exactly one identifier. Refuses
 * as `invalid`, never throws, and takes time in proportion to the length.
 */
export function readScan(text: string): Outcome<Scan> {
  if (text.length > LONGEST) {
    return refuse('invalid', `Scan: expected at most ${LONGEST} characters, got ${text.length}. Scan one label.`);
  }
  const raw = text.trim();
  if (GS1_SYMBOLOGY.test(raw) || raw.includes(SEPARATOR)) return gs1(readGs1(raw));
  const body = raw.replace(PLAIN_SYMBOLOGY, '');
  if (body.startsWith('=') || body.startsWith('&')) return isbt(body);
  if (body.startsWith(']')) {
    return refuse('invalid', 'Scan: expected Code 128, Data Matrix or QR (]C, ]d or ]Q), got another kind of symbol.');
  }
  if (GS1_BRACKET.test(body)) return gs1(readBracketedGs1(body));
  return readUnmarked(body);
}

const EXPECTED =
  'a donation number (13 or 14 characters), an ISBT 128 chain of identity (15 or 16, starting with CH), a product code (8), a Single European Code (40) or its donation sequence (21), or a GS1 symbol';

const gs1 = (read: Outcome<Gs1Message>): Outcome<Scan> => (read.ok ? ok({ kind: 'gs1', message: read.value }) : read);

function isbt(body: string): Outcome<Scan> {
  const read = readIsbtMessage(body);
  if (!read.ok) return read;
  const [first, second] = read.value;
  return ok(
    first === undefined || second !== undefined || body.startsWith('=+')
      ? { kind: 'isbt-message', structures: read.value }
      : first,
  );
}

/** What a text without any mark is, if there is one thing only that it may be. */
function readUnmarked(body: string): Outcome<Scan> {
  const readings = new Map<ScanKind, Outcome<Scan>>([
    ['din', as(readDonationNumber(body), (read) => ({ kind: 'din', ...read }))],
    ['chain-of-identity', as(readIsbtChainOfIdentity(body), (value) => ({ kind: 'chain-of-identity', value }))],
    ['product-code', as(readProductCode(body), (code) => ({ kind: 'product-code', code }))],
    ['sec', as(readSec(body), (code) => ({ kind: 'sec', code }))],
    ['donation-sequence', as(readDonationSequence(body), (sequence) => ({ kind: 'donation-sequence', sequence }))],
    ['gtin', as(readGtin(body), (gtin) => ({ kind: 'gtin', gtin }))],
  ]);
  if (GS1_KEY.test(body)) readings.set('gs1', gs1(readUnmarkedGs1(body)));
  const good = [...readings].filter(([, reading]) => reading.ok);
  if (good.length > 1) {
    const names = good.map(([kind]) => SCAN_NAMES[kind]).join(' or ');
    return refuse(
      'invalid',
      `Scan: expected a text that can be one thing only, got one that may be ${names}. Scan the label, or type the check character too.`,
    );
  }
  const characters = [...body.replace(/[\s-]/g, '')].length;
  const likely = readings.get('gs1') ?? readings.get(BY_LENGTH.get(characters) ?? 'gs1');
  return (
    good[0]?.[1] ??
    likely ??
    refuse('invalid', `Scan: expected ${EXPECTED}, got ${characters} characters. Scan the label or type it again.`)
  );
}

/** Whose refusal says most of a text that is nothing: that of the identifier of its length. */
const BY_LENGTH: ReadonlyMap<number, ScanKind> = new Map([
  [8, 'product-code'],
  [13, 'din'],
  [14, 'din'],
  [15, 'chain-of-identity'],
  [16, 'chain-of-identity'],
  [21, 'donation-sequence'],
  [40, 'sec'],
]);

const as = <T>(read: Outcome<T>, toScan: (value: T) => Scan): Outcome<Scan> =>
  read.ok ? ok(toScan(read.value)) : read;
