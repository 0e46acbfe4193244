import type { Registers } from '../adapters/dynamo-registers.ts';
import { type Outcome, ok, type Refusal, refuse } from '../domain/outcome.ts';
import type { StaffDirectory } from '../domain/ports.ts';
import { isClosing } from '../domain/registers/closing.ts';
import type { NamedPerson, RegisterDefinition } from '../domain/registers/definition.ts';
import { type Keeping, keepRecord } from '../domain/registers/keep-record.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { mayNotChange } from '../domain/staff/who-may-change.ts';
import { keepersAt } from './keepers-at.ts';

/** A version that closed its entry, and the version of the site from then on. */
export interface Closed {
  readonly record: RegisterRecord;
  readonly readiness: number;
}

export interface EntryKeeping {
  readonly registers: Registers;
  readonly staff: Pick<StaffDirectory, 'find' | 'holding'>;
  /** IANA time zone of the site. */
  readonly zone: string;
  readonly dryRun: boolean;
  /** Told of each entry that was closed, so that what was signed minutes before is looked at again. */
  closed(closed: Closed): Promise<void>;
}

/** Keeps one entry, as whoever keeps the registers of the site says; or says what of it cannot be so. */
export async function keepEntry(
  { registers, staff, zone, dryRun, closed }: EntryKeeping,
  definition: RegisterDefinition,
  given: Keeping,
  planned?: RegisterRecord,
): Promise<Outcome<RegisterRecord | null>> {
  const { site, id } = given;
  const before = planned ?? (await registers.of(site, definition.register, id)).at(-1);
  const kept = keepRecord(definition, given, before);
  if (!kept.ok) return kept;
  if (kept.value === null) return ok(null);
  const { record, standing } = kept.value;
  const refusal =
    mayNotChange({ by: record.by, site }, await keepersAt(staff, site)) ??
    (await peopleMisfit(staff, definition, record));
  if (refusal !== null) return { ok: false, refusal };
  if (dryRun) return ok(record);
  const stood = await registers.readiness(site);
  const stands = await registers.keep(kept.value);
  if (!stands.ok) return stands;
  if (isClosing(stood, stands.value, standing, { at: record.at, zone })) {
    await closed({ record, readiness: stands.value.version });
  }
  return ok(record);
}

/** Whom an entry names is somebody, in the role in which they did it. What another system holds, it answers for. */
async function peopleMisfit(
  staff: Pick<StaffDirectory, 'find'>,
  definition: RegisterDefinition,
  record: RegisterRecord,
): Promise<Refusal | null> {
  const named = record.mirror === undefined ? (definition.people?.(definition.entry().parse(record.entry)) ?? []) : [];
  const second: readonly NamedPerson[] = record.second === undefined ? [] : [{ field: 'second', id: record.second }];
  for (const { field, id, role } of [...named, ...second]) {
    const member = await staff.find(userId(id));
    const what = `${record.register} ${record.id}: ${field}: got ${id}, expected somebody in the register of staff`;
    if (member === undefined) return refuse('invalid', what).refusal;
    if (role !== undefined && !member.roles.includes(role)) return refuse('invalid', `${what} who is ${role}`).refusal;
  }
  return null;
}
