import * as z from 'zod';
import { chainOfIdentitySchema } from '../identifiers/chain-of-identity.ts';
import { donationNumberSchema } from '../identifiers/donation-number.ts';
import { lazily } from '../lazily.ts';
import { instant, printedDate } from '../time.ts';

/** What is asked for, as a schema that is made when it is first needed. */
export type Asked = () => z.ZodObject;

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

/** A time that has come when it is signed: of what was done, measured or seen. */
export const pastDateTime = instant.meta({ tense: 'past' });
/** A day that has begun at the site when it is signed. */
export const pastDate = printedDate.meta({ tense: 'past' });

export const containers = z.array(reference).min(1).max(50);
export const storagePosition = reference;
export const chainOfIdentity = chainOfIdentitySchema;
export const donationNumber = donationNumberSchema;
export const donationNumbers = z.array(donationNumberSchema).min(1).max(10);

/** Something that must have been done: only `true` is evidence. */
export const confirmed = z.literal(true);

/** Evidence of every decision that ends or repeats something: why. */
export const because = lazily(() => z.strictObject({ explanation }));

/** A measured amount; the unit is shown beside the field and is part of the schema. */
export const amount = (unit: string, max = 1_000_000) => z.number().min(0).max(max).meta({ unit });

/** Nobody weighs nothing: doses are reckoned from it. */
export const bodyWeight = z.number().min(0.5).max(400).meta({ unit: 'kg' });

/** How many of something there are. */
export const count = z.int().min(0).max(1000);

/** A stretch of time, such as a slot or a delivery window. */
export const window = z.strictObject({ from: dateTime, until: dateTime });

/** A temperature as read from a logger. */
export const temperature = z.number().min(-273).max(60).meta({ unit: '°C' });
