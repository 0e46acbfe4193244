import type { Effect } from '../journey/effects.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import type { Proof, Registers, StaffDirectory } from '../ports.ts';
import { userId } from '../sign-off/user-id.ts';
import { keepersAt } from '../staff/keepers-at.ts';
import { mayNotChange } from '../staff/who-may-change.ts';
import { isClosing } from './closing.ts';
import type { NamedPerson, RegisterDefinition } from './definition.ts';
import { type Keeping, type Kept, keepRecord } from './keep-record.ts';
import { mayNotAct } from './may-act.ts';
import type { RegisterRecord } from './record.ts';
import { withStanding } from './site-readiness.ts';

export interface EntryKeeping {
  readonly registers: Registers;
  readonly staff: Pick<StaffDirectory, 'find' | 'holding'>;
  /** IANA time zone of the site. */
  readonly zone: string;
  readonly dryRun: boolean;
}

/** What a change rests on beside the entry as it is now. */
export interface KeptOn {
  /** Newest version, where it was read already or is planned: without it being the newest, nothing is written. */
  readonly newest?: RegisterRecord | undefined;
  /** Of those who sign it: without them holding, nothing is written. */
  readonly proofs?: readonly Pick<Proof, 'alongside' | 'lost'>[];
}

/**
 * Keeps one entry, as whoever keeps the registers of the site says, or as it was signed on its page; or says what of it cannot be so.
 * Null where it is known already. What closes an entry has what was signed minutes before looked at again.
 */
export async function keepEntry(
  keeping: EntryKeeping,
  definition: RegisterDefinition,
  given: Keeping,
  on: KeptOn = {},
): Promise<Outcome<RegisterRecord | null>> {
  const kept = await tryKeeping(keeping, definition, given, on);
  if (kept.ok) return kept;
  // Whoever proved who they are learns what is refused; whose PIN was locked meanwhile, nothing.
  for (const { lost } of on.proofs ?? []) {
    const refusal = await lost();
    if (refusal !== null) return { ok: false, refusal };
  }
  return kept;
}

async function tryKeeping(
  { registers, staff, zone, dryRun }: EntryKeeping,
  definition: RegisterDefinition,
  given: Keeping,
  { newest, proofs = [] }: KeptOn,
): Promise<Outcome<RegisterRecord | null>> {
  const { site, id } = given;
  const before = newest ?? (await registers.of(site, definition.register, id)).at(-1);
  const made = keepRecord(definition, given, before);
  if (!made.ok) return made;
  if (made.value === null) return ok(null);
  const { record } = made.value;
  const refusal =
    (await mayNotKeep(staff, definition, made.value, before)) ??
    (await peopleMisfit(staff, definition, record, before));
  if (refusal !== null) return { ok: false, refusal };
  if (dryRun) return ok(record);
  const stands = await registers.keep(made.value, (stood) => ({
    alongside: proofs.flatMap(({ alongside }) => alongside),
    effects: closingEffects(made.value as Kept, stood, zone),
  }));
  return stands.ok ? ok(record) : stands;
}

type Stood = Parameters<NonNullable<Parameters<Registers['keep']>[1]>>[0];

/** What closes an entry that could be used is looked at again from behind what was signed on it. */
export function closingEffects({ record, standing }: Kept, stood: Stood, zone: string): readonly Effect[] {
  const stands = withStanding(stood, standing, record.at);
  if (!isClosing(stood, stands, standing, { at: record.at, zone })) return [];
  const { site, register, id, version, by, at } = record;
  return [{ kind: 'look-again', site, register, id, version, readiness: stands.version, by, at }];
}

async function mayNotKeep(
  staff: EntryKeeping['staff'],
  definition: RegisterDefinition,
  { record, standing }: Kept,
  before: RegisterRecord | undefined,
): Promise<Refusal | null> {
  const { site, signed } = record;
  const keepers = await keepersAt(staff, site);
  if (signed === undefined) return mayNotChange({ by: record.by, site }, keepers);
  const [by, second] = await Promise.all([
    staff.find(record.by),
    record.second === undefined ? undefined : staff.find(record.second),
  ]);
  if (by === undefined)
    return refuse('forbidden', `By: got ${record.by}, expected somebody in the register of staff`).refusal;
  const owner =
    before === undefined ? standing.owner : definition.standing(definition.entry().parse(before.entry)).owner;
  return mayNotAct(signed, { site, owner, by, second, keepers });
}

/**
 * Whom an entry names anew is somebody, in the role in which they did it; who was named before may have another role since. What another
 * system holds, it answers for.
 */
async function peopleMisfit(
  staff: Pick<StaffDirectory, 'find'>,
  definition: RegisterDefinition,
  record: RegisterRecord,
  before: RegisterRecord | undefined,
): Promise<Refusal | null> {
  const what = (field: string, id: string): string =>
    `${record.register} ${record.id}: ${field}: got ${id}, expected somebody in the register of staff`;
  if (record.second !== undefined) {
    const second = await staff.find(record.second);
    if (second?.active !== true || second.site !== record.site) {
      return refuse('invalid', `${what('second', record.second)} who is active at ${record.site}`).refusal;
    }
  }
  const named = ({ entry }: RegisterRecord) => definition.people?.(definition.entry().parse(entry)) ?? [];
  const known = before === undefined ? [] : named(before);
  const anew = (one: NamedPerson): boolean => known.every(({ field, id }) => field !== one.field || id !== one.id);
  for (const { field, id, role } of record.mirror === undefined ? named(record).filter(anew) : []) {
    const member = await staff.find(userId(id));
    if (member === undefined) return refuse('invalid', what(field, id)).refusal;
    if (role !== undefined && !member.roles.includes(role)) {
      return refuse('invalid', `${what(field, id)} who is ${role}`).refusal;
    }
  }
  return null;
}
