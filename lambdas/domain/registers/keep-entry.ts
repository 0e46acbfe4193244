import type { Effect } from '../journey/effects.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import type { Proof, Registers, StaffDirectory } from '../ports.ts';
import { userId } from '../sign-off/user-id.ts';
import { askedOnce } from '../staff/asked-once.ts';
import { keepersAt } from '../staff/keepers-at.ts';
import { mayNotChange } from '../staff/who-may-change.ts';
import { isClosing } from './closing.ts';
import type { NamedPerson, RegisterDefinition } from './definition.ts';
import { type Keeping, type Kept, keepRecord } from './keep-record.ts';
import { mayNotAct } from './may-act.ts';
import type { RegisterRecord } from './record.ts';
import { type SiteReadiness, withStanding } from './site-readiness.ts';

export interface EntryKeeping {
  readonly registers: Registers;
  readonly staff: Pick<StaffDirectory, 'find' | 'holding'>;
  /** IANA time zone of the site. */
  readonly zone: string;
  readonly dryRun: boolean;
}

/** What a change rests on beside the entry as it is now. */
export interface KeptOn {
  /** Newest version, where it was read already: without it being the newest, nothing is written. */
  readonly newest?: RegisterRecord | undefined;
  /** Of those who sign it: without them holding, nothing is written. */
  readonly proofs?: readonly Pick<Proof, 'alongside' | 'lost'>[];
}

/** What somebody has kept of an entry of a register. */
export interface Wanted {
  readonly definition: RegisterDefinition;
  readonly given: Keeping;
}

/** Records in one transaction, each with an effect, beside how their site stands and what two people prove: DynamoDB takes 100 items. */
export const MOST_AT_ONCE = 45;

/**
 * Keeps one entry, as whoever keeps the registers of the site says, or as it was signed on its page; or says what of it cannot be so.
 * Null where it is known already. What closes an entry has what was signed minutes before looked at again.
 */
export async function keepEntry(
  keeping: EntryKeeping,
  definition: RegisterDefinition,
  given: Keeping,
  { newest, proofs = [] }: KeptOn = {},
): Promise<Outcome<RegisterRecord | null>> {
  const before = newest ?? (await keeping.registers.of(given.site, definition.register, given.id)).at(-1);
  const known = before === undefined ? [] : [before];
  const [kept = ok(null)] = await keepEntries(keeping, [{ definition, given }], { known, proofs });
  if (kept.ok) return kept;
  // Whoever proved who they are learns what is refused; whose PIN was locked meanwhile, nothing.
  for (const { lost } of proofs) {
    const refusal = await lost();
    if (refusal !== null) return { ok: false, refusal };
  }
  return kept;
}

/**
 * Keeps entries of one site in as few transactions as they fit into. Each is judged by itself, and one that is refused keeps back no
 * other; where somebody else writes meanwhile, it and what follows are not kept. Null of what is known already.
 *
 * @param known the versions of those entries so far, the newest last
 */
export async function keepEntries(
  keeping: EntryKeeping,
  wanted: readonly Wanted[],
  { known, proofs = [] }: Pick<KeptOn, 'proofs'> & { readonly known: readonly RegisterRecord[] },
): Promise<readonly Outcome<RegisterRecord | null>[]> {
  const staff = askedOnce(keeping.staff);
  const newest = new Map(known.map((record) => [nameOf(record), record]));
  const outcomes: Outcome<RegisterRecord | null>[] = [];
  const planned: Planned[] = [];
  for (const { definition, given } of wanted) {
    const before = newest.get(nameOf({ register: definition.register, id: given.id }));
    const made = await mayBeKept(staff, definition, given, before);
    if (made.ok && made.value !== null) {
      newest.set(nameOf(made.value.record), made.value.record);
      planned.push({ place: outcomes.length, kept: made.value });
    }
    outcomes.push(made.ok ? ok(made.value?.record ?? null) : made);
  }
  const unwritten = keeping.dryRun ? new Map<number, Outcome<never>>() : await written(keeping, planned, proofs);
  return outcomes.map((outcome, place) => unwritten.get(place) ?? outcome);
}

interface Planned {
  readonly place: number;
  readonly kept: Kept;
}

const nameOf = ({ register, id }: Pick<RegisterRecord, 'register' | 'id'>): string => `${register} ${id}`;

async function mayBeKept(
  staff: EntryKeeping['staff'],
  definition: RegisterDefinition,
  given: Keeping,
  before: RegisterRecord | undefined,
): Promise<Outcome<Kept | null>> {
  const made = keepRecord(definition, given, before);
  if (!made.ok || made.value === null) return made;
  const refusal =
    (await mayNotKeep(staff, definition, made.value, before)) ??
    (await peopleMisfit(staff, definition, made.value.record, before));
  return refusal === null ? made : { ok: false, refusal };
}

/** Writes what was planned; gives the refusal of what could not be, by its place. */
async function written(
  { registers, zone }: EntryKeeping,
  planned: readonly Planned[],
  proofs: NonNullable<KeptOn['proofs']>,
): Promise<ReadonlyMap<number, Outcome<never>>> {
  const besides = {
    alongside: proofs.flatMap(({ alongside }) => alongside),
    effectsOf: (kept: Kept, stood: SiteReadiness) => closingEffects(kept, stood, zone),
  };
  for (let from = 0; from < planned.length; from += MOST_AT_ONCE) {
    const [first, ...others] = planned.slice(from, from + MOST_AT_ONCE).map(({ kept }) => kept);
    if (first === undefined) break;
    const stands = await registers.keep([first, ...others], besides);
    if (!stands.ok) return new Map(planned.slice(from).map(({ place }) => [place, stands]));
  }
  return new Map();
}

/** What closes an entry that could be used is looked at again from behind what was signed on it. */
export function closingEffects({ record, standing }: Kept, stood: SiteReadiness, zone: string): readonly Effect[] {
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
