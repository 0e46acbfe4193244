import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';

/** One line of text with single blanks. A bar parts the columns of a table that stands in one cell of a CSV file. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\s\p{Cc}|]+( [^\s\p{Cc}|]+)*$/u, 'expected text in one line with single blanks and no |');

/** User id of whoever did it. */
export const person = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'expected a user id in small letters');

/** Who sees to an entry: a user id or a role. */
export const owner = lazily(() => text(64));

/** What a document, an agreement or an assessment is called whatever its version, and which version this is. */
export const versioned = lazily(() => ({ title: text(90), version: text(20), owner: owner() }));

/** From which day it is used, when it was last looked at as a whole since, and until when that is due again. */
export const reviewed = lazily(() => ({
  effectiveFrom: printedDate.optional(),
  reviewedOn: printedDate.optional(),
  reviewDue: printedDate.optional(),
}));
