import { type Outcome, refuse } from '../../lambdas/domain/outcome.ts';
import type { RegisterDefinition } from '../../lambdas/domain/registers/definition.ts';
import { type EntryKeeping, keepEntry } from '../../lambdas/domain/registers/keep-entry.ts';
import type { Keeping } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import { userId } from '../../lambdas/domain/sign-off/user-id.ts';

/** Who saw, when, and by what, that an entry still stands. */
export type Confirming = Pick<Keeping, 'site' | 'id' | 'by' | 'why' | 'at'> & Required<Pick<Keeping, 'confirmedBy'>>;

/** What another system holds still stands, as a named person saw: it counts as read now. */
export async function confirmMirrored(
  keeping: EntryKeeping,
  definition: RegisterDefinition,
  { by, ...stated }: Confirming,
): Promise<Outcome<RegisterRecord | null>> {
  const { site, id, at } = stated;
  const before = (await keeping.registers.of(site, definition.register, id)).at(-1);
  if (before?.mirror === undefined) {
    return refuse('invalid', `${definition.register} ${id}: expected an entry that comes from another system`);
  }
  return keepEntry(keeping, definition, {
    ...{ ...stated, by: userId(by), entry: before.entry },
    mirror: { ...before.mirror, asOf: at },
  });
}
