import { type Outcome, ok, refuse } from '../outcome.ts';
import { readIsbtChainOfIdentity } from './chain-of-identity.ts';
import { describeMisfit } from './describe-text.ts';
import { type ReadDonationNumber, readDonationNumber } from './donation-number.ts';
import { readFlexibleTime, readIsbtDate } from './isbt-date.ts';
import type { DataStructure } from './isbt-identifiers.ts';
import { existingDay, type PrintedTime } from './printed-time.ts';
import { type ProductCode, readProductCode } from './product-code.ts';
import { readSec, type SingleEuropeanCode } from './sec.ts';

/** One ISBT 128 data structure as a value. */
export type IsbtStructure =
  | ({ readonly kind: 'din' } & ReadDonationNumber)
  | { readonly kind: 'chain-of-identity'; readonly value: string }
  | { readonly kind: 'product-code'; readonly code: ProductCode }
  /** The division of a product whose code ends with 99. */
  | { readonly kind: 'divisions'; readonly divisions: string }
  | { readonly kind: 'expiry'; readonly at: PrintedTime }
  | { readonly kind: 'collection'; readonly at: PrintedTime }
  | { readonly kind: 'production'; readonly at: PrintedTime }
  /** `YYYY-MM`: whether its first or last day counts is for whoever prints it to say. */
  | { readonly kind: 'expiry-month'; readonly month: string }
  | { readonly kind: 'sec'; readonly code: SingleEuropeanCode }
  /** Of a form we know and no use to us: kept as it stands, with its number in ST-001. */
  | { readonly kind: 'other'; readonly structure: string; readonly name: string; readonly content: string };

/** The content of a data structure as a value. Refuses as `invalid`, with the name of the structure, what does not fit. */
export function readStructure(structure: DataStructure, content: string): Outcome<IsbtStructure> {
  const characters = [...content];
  const { length } = structure.content;
  if (characters.length !== length || !structure.content.every((one, at) => one.test(characters[at] ?? ''))) {
    const got = describeMisfit(content, structure.content);
    return refuse('invalid', `${nameOf(structure)}: expected ${length} characters, got ${got}. Scan it again.`);
  }
  switch (structure.role) {
    case 'din':
      return as(readDonationNumber(`=${content}`), (read) => ({ kind: 'din', ...read }));
    case 'product-code':
      return as(readProductCode(`=<${content}`), (code) => ({ kind: 'product-code', code }));
    case 'sec':
      return as(readSec(`&,4${content}`), (code) => ({ kind: 'sec', code }));
    case 'chain-of-identity':
      return as(readIsbtChainOfIdentity(`&/${content}`), (value) => ({ kind: 'chain-of-identity', value }));
    case 'date':
      return as(readIsbtDate(content), (at) => ({ kind: dateKind(structure), at }));
    case 'flexible-date':
      return as(readFlexibleTime(content), ({ meaning, at }) =>
        meaning === 'expiry' || meaning === 'collection' || meaning === 'production'
          ? { kind: meaning, at }
          : other(structure, content),
      );
    case 'month':
      return readMonth(structure, content);
    case 'divisions':
      return ok({ kind: 'divisions', divisions: content });
    case 'other':
      return ok(other(structure, content));
    case 'patient':
      return refuse('invalid', `${nameOf(structure)}: expected a code of the product, got one of the patient.`);
    case 'header':
      return refuse('invalid', `${nameOf(structure)}: expected its header at the start of the scan only.`);
  }
}

const nameOf = ({ number, name }: DataStructure): string => `ISBT 128 ${name} (${number})`;

const as = <T>(read: Outcome<T>, toStructure: (value: T) => IsbtStructure): Outcome<IsbtStructure> =>
  read.ok ? ok(toStructure(read.value)) : read;

const other = ({ number, name }: DataStructure, content: string): IsbtStructure => ({
  kind: 'other',
  structure: number,
  name,
  content,
});

function dateKind({ prefix }: DataStructure): 'expiry' | 'collection' | 'production' {
  if (prefix.endsWith('>')) return 'expiry';
  return prefix.endsWith('*') ? 'collection' : 'production';
}

function readMonth(structure: DataStructure, content: string): Outcome<IsbtStructure> {
  const first = existingDay(content.slice(0, 4), content.slice(4, 6), '01');
  return first === undefined
    ? refuse('invalid', `${nameOf(structure)}: expected a year and a month of the calendar (yyyymm), got others.`)
    : ok({ kind: 'expiry-month', month: first.slice(0, 7) });
}
