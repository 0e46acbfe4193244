import * as z from 'zod';
import { text } from './quantities.ts';
import { slug } from './slug.ts';

const person = z.strictObject({
  function: text.describe('e.g. pharmacist, physician, qa'),
  id: text.describe('the same person has the same id in every entry'),
  on: z.iso.date(),
});

/** One gating value, checked by people against the source in force. Its hash ties the signatures to what they saw. */
export const verification = z.strictObject({
  path: text.describe('as atmp protocol check --for production prints it'),
  valueSha256: z.string().regex(/^[0-9a-f]{64}$/),
  label: z.strictObject({ source: slug, asOf: z.iso.date() }).describe('what the value was compared with'),
  by: z.array(person).min(1),
});
