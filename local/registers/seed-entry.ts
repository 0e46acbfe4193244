import type { Registers } from '../../lambdas/adapters/dynamo-registers.ts';
import { type Outcome, ok } from '../../lambdas/domain/outcome.ts';
import type { RegisterDefinition } from '../../lambdas/domain/registers/definition.ts';
import { type Keeping, keepRecord } from '../../lambdas/domain/registers/keep-record.ts';

/** Keeps an entry as it stands now, after all that is known of it; nothing where it says what is known already. */
export async function seedEntry(
  registers: Registers,
  definition: RegisterDefinition,
  keeping: Keeping,
): Promise<Outcome<'recorded' | 'as it was'>> {
  const before = (await registers.of(keeping.site, definition.register, keeping.id)).at(-1);
  const kept = keepRecord(definition, keeping, before);
  if (!kept.ok) return kept;
  if (kept.value === null) return ok('as it was');
  const written = await registers.keep(kept.value);
  return written.ok ? ok('recorded') : written;
}
