import type * as z from 'zod';
import type { RegisterDefinition } from './definition.ts';
import type { RegisterRecord } from './record.ts';
import { type EntryStanding, standing } from './standing.ts';

/** How an entry stands by one of its versions; what a register cannot say of it in this shape is told. */
export function standingOf(
  definition: RegisterDefinition,
  { register, id, version, entry, mirror }: RegisterRecord,
): z.ZodSafeParseResult<EntryStanding> {
  const own = definition.standing(definition.entry().parse(entry));
  return standing().safeParse({ register, id, version, ...own, ...(mirror === undefined ? {} : { mirror }) });
}
