import * as z from 'zod';
import { type Instant, startOfPrintedDay } from '../time.ts';

/** Where evidence is signed: an instant, and the zone in which the days of the site begin. */
export interface Moment {
  readonly now: Instant;
  readonly zone: string;
}

/**
 * Paths of what has not come yet although its field (`pastDate`, `pastDateTime`) says that it has: nobody can have seen
 * or done it. `evidence` has passed its schema.
 */
export function yetToCome(
  schema: z.ZodType,
  evidence: unknown,
  moment: Moment,
  path: readonly string[] = [],
): string[] {
  if (evidence === undefined) return [];
  if (schema instanceof z.ZodOptional) return yetToCome(schema.unwrap() as z.ZodType, evidence, moment, path);
  if (schema instanceof z.ZodObject) {
    const values = evidence as Readonly<Record<string, unknown>>;
    return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, field]) =>
      yetToCome(field, values[name], moment, [...path, name]),
    );
  }
  if (schema instanceof z.ZodArray) {
    return (evidence as readonly unknown[]).flatMap((one, at) =>
      yetToCome(schema.element as z.ZodType, one, moment, [...path, String(at)]),
    );
  }
  return schema.meta()?.tense === 'past' && startOf(String(evidence), moment) > moment.now ? [path.join('.')] : [];
}

/** A printed day has come when it has begun at the site. */
const startOf = (text: string, { zone }: Moment): Instant =>
  text.length === '2027-08-31'.length ? startOfPrintedDay(text, zone) : text;
