import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { describeMisfit, positions } from './describe-text.ts';
import { type DonationNumber, donationNumberSchema } from './donation-number.ts';
import { type DonationSequence, donationSequenceSchema, withoutSecPrefix } from './donation-sequence.ts';
import { existingDay } from './printed-time.ts';
import { readBy } from './read-schema.ts';

// Single European Code: Directive 2006/86/EC, Annex VII, as amended by (EU) 2015/565. It has no check character.
const ALPHANUMERIC = /[A-Z0-9]/;
const PATTERN = [
  ...positions(/[A-Z]/, 2),
  ...positions(ALPHANUMERIC, 19),
  /[ABE]/,
  ...positions(ALPHANUMERIC, 7),
  ...positions(/[A-Za-z0-9]/, 3),
  ...positions(/\d/, 8),
];
const CODE = /^[A-Z]{2}[A-Z0-9]{19}[ABE][A-Z0-9]{7}[A-Za-z0-9]{3}\d{8}$/;
const BARCODE_PREFIX = '&,4';
const NO_EXPIRY = '00000000';
const CODINGS = { A: 'isbt128', B: 'eurocode', E: 'eutc' } as const;

/** The rule that gives the code its form. The SoHO Regulation (EU) 2024/1938, Art. 43(3), lets a later act set another. */
export const SEC_FORMAT = '2015/565';

const canonical = z.string().regex(CODE).brand('SingleEuropeanCode');
/** The 40 characters: donation identification sequence (21) and product identification sequence (19). */
export type SingleEuropeanCode = z.infer<typeof canonical>;

/** Taken in every form of `readSec`, kept as 40 characters, so that equal texts are the same code. */
export const secSchema = readBy(readSec).brand('SingleEuropeanCode');

/**
 * Reads a whole code as printed (`SEC: …`), typed, or scanned from an ISBT 128 symbol (`&,4…`). Refuses as `invalid`
 * another form and an expiry that is neither a day of the calendar nor 00000000.
 */
export function readSec(text: string): Outcome<SingleEuropeanCode> {
  const raw = text.trim();
  const code = raw.startsWith(BARCODE_PREFIX) ? raw.slice(BARCODE_PREFIX.length) : withoutSecPrefix(raw);
  if (!CODE.test(code)) {
    const got = describeMisfit(code, PATTERN);
    return refuse('invalid', `Single European Code: expected 40 characters (21 and 19), got ${got}. Scan it again.`);
  }
  const expiry = code.slice(32);
  if (expiry !== NO_EXPIRY && expiryDay(expiry) === undefined) {
    return refuse(
      'invalid',
      `Single European Code: expected an expiry YYYYMMDD that exists, or ${NO_EXPIRY} for none, got a day that does not exist.`,
    );
  }
  return ok(canonical.parse(code));
}

const expiryDay = (text: string): string | undefined =>
  existingDay(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8));

export interface SecParts {
  readonly format: typeof SEC_FORMAT;
  readonly sequence: DonationSequence;
  readonly country: string;
  readonly establishment: string;
  readonly donation: string;
  readonly coding: (typeof CODINGS)[keyof typeof CODINGS];
  /** Seven characters, filled with zeros on the left. Of ISBT 128 the last five are the product description. */
  readonly product: string;
  readonly split: string;
  /** `YYYY-MM-DD`, or null where the code states that there is none. */
  readonly expiresOn: string | null;
}

export function secParts(code: SingleEuropeanCode): SecParts {
  const letter = code.charAt(21);
  return {
    format: SEC_FORMAT,
    sequence: sequenceOf(code),
    country: code.slice(0, 2),
    establishment: code.slice(2, 8),
    donation: code.slice(8, 21),
    coding: letter === 'A' ? CODINGS.A : letter === 'B' ? CODINGS.B : CODINGS.E,
    product: code.slice(22, 29),
    split: code.slice(29, 32),
    expiresOn: expiryDay(code.slice(32)) ?? null,
  };
}

/** The first part, which identifies the donation. */
export const sequenceOf = (code: SingleEuropeanCode): DonationSequence =>
  donationSequenceSchema.parse(code.slice(0, 21));

/** As the Directive prints it: prefix, donation identification sequence, one space, product identification sequence. */
export const printSec = (code: SingleEuropeanCode): string => `SEC: ${code.slice(0, 21)} ${code.slice(21)}`;

/**
 * The ISBT 128 donation number inside a code. Only coding system A says that there is one: a number of another system
 * may look the same. Refuses as `invalid` any other coding, and 13 characters that are no donation number.
 */
export function donationNumberOf(code: SingleEuropeanCode): Outcome<DonationNumber> {
  const { coding, donation } = secParts(code);
  if (coding !== 'isbt128') {
    return refuse(
      'invalid',
      `Single European Code: expected product coding A (ISBT 128) to take its donation number as a DIN, got ${code.charAt(21)}. Scan the DIN itself.`,
    );
  }
  const read = donationNumberSchema.safeParse(donation);
  if (read.success) return ok(read.data);
  return refuse(
    'invalid',
    'Single European Code: product coding A (ISBT 128) expects an ISBT 128 donation number, got 13 characters that are none.',
  );
}
