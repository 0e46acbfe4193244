import type { HeadcountStanding } from '../domain/competence/headcount.ts';
import type { Difference, Leaf } from '../domain/registers/differences.ts';
import type { EndingDay, Listed, RegisterCount } from '../domain/registers/listed.ts';
import type { RegisterName } from '../domain/registers/names.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import type { WhyNot } from '../domain/registers/why-not.ts';
import type { OwnPage } from './worklist-views.ts';

export type { Difference, EndingDay, Leaf, Listed, RegisterCount, RegisterName, WhyNot };

/** All registers of a site, each in one line. */
export interface RegistersView extends OwnPage {
  readonly site: string;
  readonly counts: readonly RegisterCount[];
}

/** One page of the entries of a register. */
export interface RegisterView extends OwnPage {
  readonly register: RegisterName;
  readonly lines: readonly Listed[];
  /** How many there are on all pages. */
  readonly entries: number;
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
}

/** One version of an entry, with what it says otherwise than the one before. */
export type VersionView = Pick<RegisterRecord, 'version' | 'at' | 'by' | 'second' | 'why' | 'mirror'> & {
  readonly differences: readonly Difference[];
};

export interface EntryView extends OwnPage {
  readonly register: RegisterName;
  readonly id: string;
  /** The day asked for, where it is not today. */
  readonly asOf?: string;
  /** Why another day than the one asked for is shown. */
  readonly problem?: 'not-a-day' | 'not-yet-there';
  readonly today: string;
  /** How it stood at the end of that day, or stands now; undefined where it was not in the register yet. */
  readonly line?: Listed;
  /** Whether enough people are competent for it; not told of the past. */
  readonly headcount?: readonly HeadcountStanding[];
  readonly leaves: readonly Leaf[];
  /** Newest first. */
  readonly versions: readonly VersionView[];
}
