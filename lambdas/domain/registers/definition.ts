import type * as z from 'zod';
import type { Role } from '../vocabulary.ts';
import type { RegisterName } from './names.ts';
import type { EntryStanding } from './standing.ts';

/** Somebody whom an entry names in a field, such as who approved it. */
export interface NamedPerson {
  readonly field: string;
  readonly id: string;
  /** Any where it is missing. */
  readonly role?: Role;
}

/** By what something is renewed: the day on which it was done, the last day on which it counts, and where the evidence is found. */
export interface Renewal {
  readonly on: string;
  readonly next: string;
  readonly reference: string;
}

/** As long as it stood so far (`due`, after `last`) with some margin; where that is not known, an ISO 8601 duration. */
export interface RenewalReach {
  readonly due?: string | undefined;
  readonly atMost: 'P2Y' | 'P5Y';
}

/** Something of an entry that evidence renews. */
export interface Renewable<Entry> {
  /** As `counts` of its standing calls it. */
  readonly part: string;
  /** The day on which it was done last, where the entry says. */
  readonly last?: string | undefined;
  /** How long it may count after the day on which it was done; its register says so itself where its rules bind every version. */
  readonly reach: RenewalReach | 'said by its register';
  renewed(by: Renewal): Entry;
}

/** One register: what its entries hold, and how they stand. One register, one file. */
export interface RegisterDefinition<Entry = unknown> {
  readonly register: RegisterName;
  /** All of an entry but its id; anything else is refused by name. */
  readonly entry: () => z.ZodType<Entry>;
  /**
   * Why an entry cannot follow the one before (undefined for the first): a sentence with what was got and expected. Null when it can.
   */
  misfit(entry: Entry, before: Entry | undefined): string | null;
  /** Whether a second person has to agree with what is written; without it, one person writes. */
  takesTwo?(entry: Entry, before: Entry | undefined): boolean;
  /** Whom it names for what they did, and the role each must hold; whoever keeps it asks the register of staff. */
  people?(entry: Entry): readonly NamedPerson[];
  /** How it stands; its id, version and mirror are added by whoever keeps it. */
  standing(
    entry: Entry,
  ): Pick<EntryStanding, 'name' | 'owner' | 'closedBecause' | 'counts' | 'due' | 'restsOn' | 'serves'>;
  /** What of an entry can be renewed by evidence; without it, nothing. */
  renewables?(entry: Entry): readonly Renewable<Entry>[];
  /** The same in quarantine; null where it cannot be put there. Without it, entries of this register are never in quarantine. */
  quarantined?(entry: Entry, because: string): Entry | null;
  /** The same as it was before quarantine; null where it is in none. `earlier` are its versions before, newest first. */
  released?(entry: Entry, earlier: Iterable<Entry>): Entry | null;
  /** Columns of its CSV beside `id`, and how a row becomes an entry; `toRow` is its inverse. */
  readonly columns: readonly string[];
  fromRow(row: Readonly<Record<string, string>>): unknown;
  toRow(entry: Entry): Readonly<Record<string, string>>;
}
