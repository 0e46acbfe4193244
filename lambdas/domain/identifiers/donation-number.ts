import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { describeMisfit } from './describe-text.ts';
import { isMod37_2, mod37_2Character, mod37_2Check } from './iso7064.ts';

// ISBT 128 data structure 001: facility (first character not O or 0, then two of A-N P-Z 0-9, two digits), nominal year,
// sequence. The nominal year may lie a month off the collection: no date is ever derived from it.
const FIRST = /[A-NP-Z1-9]/;
const SECOND = /[A-NP-Z0-9]/;
const DIGIT = /\d/;
const PATTERN = [FIRST, SECOND, SECOND, ...Array.from({ length: 10 }, () => DIGIT)];
const CONTENT = /^[A-NP-Z1-9][A-NP-Z0-9]{2}\d{10}$/;
const BARCODE = /^=([A-NP-Z1-9][A-NP-Z0-9]{2}\d{10})([0-9A-HJ-NPR-Y]{2})$/;
const EXPECTED =
  'a donation number of 13 characters (as A9999 26 000005), alone, with its check character, or scanned as =…ff';

const canonical = z.string().regex(CONTENT).brand('DonationNumber');

/**
 * A donation identification number (DIN): taken in every form of `readDonationNumber`, kept as its 13 characters,
 * without flags and without check character.
 */
export const donationNumberSchema = z
  .string()
  .superRefine((text, context) => {
    const read = readDonationNumber(text);
    if (!read.ok) context.addIssue({ code: 'custom', message: read.refusal.message });
  })
  .overwrite((text) => {
    const read = readDonationNumber(text);
    return read.ok ? read.value.number : text;
  })
  .brand('DonationNumber');
export type DonationNumber = z.infer<typeof canonical>;

export interface ReadDonationNumber {
  readonly number: DonationNumber;
  /** How it came: a scan and a check character are evidence that no character was mistaken; plain text is not. */
  readonly from: 'plain' | 'check-character' | 'barcode';
  /** The two flag characters of a barcode. They tell labels of one donation apart and are no part of the number. */
  readonly flags?: string;
}

/** The check character K printed, boxed, after the number. It may be `*`. */
export const donationCheckCharacter = (number: DonationNumber): string => mod37_2Character(number);

/**
 * Reads a donation number as typed (spaces, hyphens and lower case forgiven), typed with its check character, or as the
 * whole barcode. Refuses as `invalid` what has another form, a check character that does not verify, and a barcode
 * whose own checksum (flags 60 to 96) does not verify.
 */
export function readDonationNumber(text: string): Outcome<ReadDonationNumber> {
  const raw = text.trim();
  if (raw.startsWith('=')) return readBarcode(raw);
  const typed = raw.replace(/[\s-]/g, '').toUpperCase();
  const content = typed.slice(0, 13);
  if (typed.length > 14 || !CONTENT.test(content)) {
    const got = describeMisfit(typed.length === 14 ? content : typed, PATTERN);
    return refuse('invalid', `Donation number: expected ${EXPECTED}, got ${got}. Scan the label or type it again.`);
  }
  const number = canonical.parse(content);
  if (typed.length === 13) return ok({ number, from: 'plain' });
  if (!isMod37_2(typed)) {
    return refuse(
      'invalid',
      'Donation number: the check character does not belong to the 13 characters before it. One of them was mistaken; read the label again.',
    );
  }
  return ok({ number, from: 'check-character' });
}

function readBarcode(raw: string): Outcome<ReadDonationNumber> {
  const [, content, flags] = BARCODE.exec(raw) ?? [];
  if (content === undefined || flags === undefined) {
    const got = `${raw.length} characters that do not read so`;
    return refuse(
      'invalid',
      `Donation number barcode: expected = with 13 characters and 2 flag characters, got ${got}. Scan it again.`,
    );
  }
  // Flags 60 to 96 are 60 + the mod 37,2 check of the number (type 3).
  const claimed = /^\d\d$/.test(flags) ? Number(flags) - 60 : -1;
  if (claimed >= 0 && claimed <= 36 && claimed !== mod37_2Check(content)) {
    return refuse(
      'invalid',
      `Donation number barcode: the flags ${flags} carry a checksum that does not belong to the number. Scan it again.`,
    );
  }
  return ok({ number: canonical.parse(content), from: 'barcode', flags });
}

/** The 13 characters of a donation number in any of the forms `readDonationNumber` takes. */
export function parseDonationNumber(text: string): Outcome<DonationNumber> {
  const read = readDonationNumber(text);
  return read.ok ? ok(read.value.number) : read;
}
