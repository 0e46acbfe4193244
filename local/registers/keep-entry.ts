import { MOST_AT_ONCE, type Registers } from '../../lambdas/adapters/dynamo-registers.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffDirectory } from '../../lambdas/domain/ports.ts';
import { isClosing } from '../../lambdas/domain/registers/closing.ts';
import type { NamedPerson, RegisterDefinition } from '../../lambdas/domain/registers/definition.ts';
import { type Keeping, type Kept, keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import { userId } from '../../lambdas/domain/sign-off/user-id.ts';
import { mayNotChange } from '../../lambdas/domain/staff/who-may-change.ts';
import { askedOnce } from '../staff/asked-once.ts';
import { keepersAt } from '../staff/keep-register.ts';

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

/** What somebody has kept of an entry of a register. */
export interface Wanted {
  readonly definition: RegisterDefinition;
  readonly given: Keeping;
}

/** Keeps one entry, as whoever keeps the registers of the site says; or says what of it cannot be so. */
export async function keepEntry(
  keeping: EntryKeeping,
  definition: RegisterDefinition,
  given: Keeping,
): Promise<Outcome<RegisterRecord | null>> {
  const { site, id } = given;
  const before = (await keeping.registers.of(site, definition.register, id)).at(-1);
  const [kept] = await keepEntries(keeping, site, [{ definition, given }], before === undefined ? [] : [before]);
  return kept ?? ok(null);
}

/**
 * Keeps entries of one site in as few transactions as they fit into. Each is judged by itself, and one that is refused keeps back no
 * other; where somebody else writes meanwhile, it and what follows are not kept. Null of what is known already.
 *
 * @param known the newest version of each entry so far
 */
export async function keepEntries(
  keeping: EntryKeeping,
  site: string,
  wanted: readonly Wanted[],
  known: readonly RegisterRecord[],
): Promise<readonly Outcome<RegisterRecord | null>[]> {
  const staff = askedOnce(keeping.staff);
  const keepers = await keepersAt(staff, site);
  const newest = new Map(known.map((record) => [nameOf(record), record]));
  const outcomes: Outcome<RegisterRecord | null>[] = [];
  const planned: { readonly place: number; readonly kept: Kept }[] = [];
  for (const { definition, given } of wanted) {
    const kept = keepRecord(definition, given, newest.get(nameOf({ register: definition.register, id: given.id })));
    if (!kept.ok || kept.value === null) {
      outcomes.push(kept.ok ? ok(null) : kept);
      continue;
    }
    const { record } = kept.value;
    const refusal = mayNotChange({ by: record.by, site }, keepers) ?? (await peopleMisfit(staff, definition, record));
    if (refusal === null) {
      newest.set(nameOf(record), record);
      planned.push({ place: outcomes.length, kept: kept.value });
    }
    outcomes.push(refusal === null ? ok(record) : { ok: false, refusal });
  }
  if (keeping.dryRun) return outcomes;
  const unwritten = await written(keeping, site, planned);
  return outcomes.map((outcome, place) => unwritten.get(place) ?? outcome);
}

const nameOf = ({ register, id }: Pick<RegisterRecord, 'register' | 'id'>): string => `${register} ${id}`;

/** Writes what was planned; gives the refusal of what could not be, by its place. */
async function written(
  { registers, zone, closed }: EntryKeeping,
  site: string,
  planned: readonly { readonly place: number; readonly kept: Kept }[],
): Promise<ReadonlyMap<number, Outcome<never>>> {
  for (let from = 0; from < planned.length; from += MOST_AT_ONCE) {
    const [first, ...others] = planned.slice(from, from + MOST_AT_ONCE).map(({ kept }) => kept);
    if (first === undefined) break;
    const stood = await registers.readiness(site);
    const stands = await registers.keep([first, ...others]);
    if (!stands.ok) return new Map(planned.slice(from).map(({ place }) => [place, stands]));
    for (const { record, standing } of [first, ...others]) {
      if (isClosing(stood, stands.value, standing, { at: record.at, zone })) {
        await closed({ record, readiness: stands.value.version });
      }
    }
  }
  return new Map();
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
