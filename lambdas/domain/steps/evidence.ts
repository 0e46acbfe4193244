import * as z from 'zod';
import { chainOfIdentitySchema } from '../identifiers/chain-of-identity.ts';
import { donationNumberSchema } from '../identifiers/donation-number.ts';
import { instant, printedDate } from '../time.ts';

/** Building blocks of evidence, so that a field means the same on every page. */

/** A reference or code from a document or register: one line, no control characters. */
export const reference = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}]*$/u, 'expected one line of text without control characters');

/** A short explanation. The page asks for no names or birth dates here. */
export const explanation = z.string().trim().min(1).max(2000);

export const dateTime = instant;
export const date = printedDate;
export const containers = z.array(reference).min(1).max(50);
export const storagePosition = reference;
export const chainOfIdentity = chainOfIdentitySchema;
export const donationNumber = donationNumberSchema;

/** Something that must have been done: only `true` is evidence. */
export const confirmed = z.literal(true);

/** Evidence of every decision that ends or repeats something: why. */
export const because = z.strictObject({ explanation });
