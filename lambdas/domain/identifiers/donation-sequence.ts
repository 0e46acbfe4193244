import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { describeMisfit, positions } from './describe-text.ts';
import type { DonationNumber } from './donation-number.ts';
import { readBy } from './read-schema.ts';

// First part of the Single European Code: Directive 2006/86/EC, Annex VII, as amended by (EU) 2015/565.
const FORM = /^[A-Z]{2}[A-Z0-9]{19}$/;
const PATTERN = [...positions(/[A-Z]/, 2), ...positions(/[A-Z0-9]/, 19)];

const canonical = z.string().regex(FORM).brand('DonationSequence');
/** The donation identification sequence: country (2), tissue establishment (6), unique donation number (13). */
export type DonationSequence = z.infer<typeof canonical>;

/** Taken in every form of `readDonationSequence`, kept as 21 characters: equal texts are the same donation. */
export const donationSequenceSchema = readBy(readDonationSequence).brand('DonationSequence');

/** The code as it stands between white space, without the prefix that is printed before it. */
export const withoutSecPrefix = (text: string): string => text.replace(/\s/g, '').replace(/^SEC:/, '');

/**
 * Reads the sequence alone, as it accompanies material released to a maker. White space and the prefix `SEC:` are
 * forgiven, small letters are not. Refuses as `invalid`.
 */
export function readDonationSequence(text: string): Outcome<DonationSequence> {
  const sequence = withoutSecPrefix(text);
  if (FORM.test(sequence)) return ok(canonical.parse(sequence));
  const got = describeMisfit(sequence, PATTERN);
  return refuse(
    'invalid',
    `Donation identification sequence: expected 21 characters (country 2, tissue establishment 6, donation 13) in capitals, got ${got}.`,
  );
}

/** The sequence of a donation: shorter numbers are filled with zeros on the left, an ISBT 128 number goes in as it is. */
export const sequenceFor = (country: string, establishment: string, donation: string): Outcome<DonationSequence> =>
  readDonationSequence(`${country}${establishment.padStart(6, '0')}${donation.padStart(13, '0')}`);

/** Whether a sequence names this donation: its last 13 characters are the number, whatever the coding of the product. */
export const isOfDonation = (sequence: DonationSequence, number: DonationNumber): boolean =>
  sequence.slice(8) === number;
