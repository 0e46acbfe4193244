import * as z from 'zod';
import { slug } from './slug.ts';
import { JURISDICTIONS } from './terms.ts';

/** The closed list of units a protocol may speak. A new one is a release, so that no reader ever meets an unknown unit. */
export const UNITS = [
  '°C',
  'mL',
  'mL/min',
  '10^9 cells',
  '10^6 cells',
  'cells/µL',
  '%',
  'beads/3·10^6 cells',
  'copies/cell',
  'EU/mL',
  'doses',
  'visits',
  'containers',
  'administrations',
  'years',
] as const;
export type Unit = (typeof UNITS)[number];

/**
 * How a value is known. `seen`: read in its source. `recalled`: known from the named document, not read again.
 * `site-default`: no source; this hospital's own setting.
 */
export const CERTAINTIES = ['seen', 'recalled', 'site-default'] as const;

export const text = z
  .string()
  .min(1)
  .max(500)
  .regex(/^\S(?:.*\S)?$/);

export const provenance = {
  source: slug.describe('id of an entry in sources'),
  certainty: z.enum(CERTAINTIES),
  note: text.optional(),
};

// Years, months, weeks, days, then hours, minutes, seconds; whole numbers; the T only before one of the latter.
const DURATION = 'P(?=\\d|T\\d)(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?';
const isoDuration = z.string().regex(new RegExp(`^(?=.*[1-9])${DURATION}$`));
const isoDurationOrZero = z.string().regex(new RegExp(`^${DURATION}$`));

/** What other sources say about the same thing, in the same unit. The strictest of all stands in front, as `value`. */
const alternatives = <T extends z.ZodType>(value: T) =>
  z
    .array(z.strictObject({ value, ...provenance }))
    .min(1)
    .optional();

const number = z.number();
const whole = z.int().min(1);

/** A number in the unit this place of the file speaks. */
export const quantity = <const U extends Unit>(unit: U) =>
  z.strictObject({ value: number, unit: z.enum([unit]), ...provenance, alternatives: alternatives(number) });
/** A number in any unit of the list. */
export const measured = z.strictObject({ value: z.number(), unit: z.enum(UNITS), ...provenance });
/** A whole number above zero in the unit this place of the file speaks. */
export const count = <const U extends Unit>(unit: U) =>
  z.strictObject({ value: whole, unit: z.enum([unit]), ...provenance, alternatives: alternatives(whole) });
/** An ISO 8601 duration, longer than nothing. */
export const duration = z.strictObject({
  value: isoDuration,
  ...provenance,
  alternatives: alternatives(isoDuration),
});
/** An ISO 8601 duration that may be nothing at all, as `P0D`. */
export const durationOrZero = z.strictObject({
  value: isoDurationOrZero,
  ...provenance,
  alternatives: alternatives(isoDurationOrZero),
});

/** A statement of the label in our own words. */
export const statement = z.strictObject({ value: text, ...provenance });
/** Several short statements of the label that belong together. */
export const statements = z.strictObject({ value: z.array(text).min(1), ...provenance });
/** Yes or no. */
export const yesOrNo = z.strictObject({ value: z.boolean(), ...provenance });

/** From the least to the most; a label may give only one of the two. */
export const range = <T extends z.ZodType>(of: T) => z.strictObject({ min: of.optional(), max: of.optional() });
/** From the least to the most, both given. */
export const span = <T extends z.ZodType>(of: T) => z.strictObject({ min: of, max: of });

export const jurisdiction = z.enum(JURISDICTIONS);
export const jurisdictions = z.array(jurisdiction).min(1);
