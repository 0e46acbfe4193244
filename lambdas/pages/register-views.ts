import type { HeadcountStanding } from '../domain/competence/headcount.ts';
import type { Difference, Leaf } from '../domain/registers/differences.ts';
import type { EndingDay, Listed, RegisterCount, Shown } from '../domain/registers/listed.ts';
import type { RegisterName } from '../domain/registers/names.ts';
import type { ActName, RegisterRecord } from '../domain/registers/record.ts';
import type { WhyNot } from '../domain/registers/why-not.ts';
import type { Instant } from '../domain/time.ts';
import type { StepName } from '../domain/vocabulary.ts';
import type { FormValues } from './views.ts';
import type { OwnPage } from './worklist-views.ts';

export type { ActName, Difference, EndingDay, Leaf, Listed, RegisterCount, RegisterName, WhyNot };

/** All registers of a site, each in one line. */
export interface RegistersView extends OwnPage {
  readonly site: string;
  readonly counts: readonly RegisterCount[];
}

/** One page of the entries of a register. */
export interface RegisterView extends OwnPage {
  readonly register: RegisterName;
  readonly lines: readonly Listed[];
  /** How many are in the register. */
  readonly entries: number;
  /** What the list is narrowed to. */
  readonly shown?: Shown;
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
}

/** One version of an entry, with what it says otherwise than the one before. */
export type VersionView = Pick<
  RegisterRecord,
  'version' | 'at' | 'by' | 'second' | 'why' | 'mirror' | 'signed' | 'evidence' | 'confirmedBy'
> & {
  readonly differences: readonly Difference[];
};

/** An open step that is closed while an entry may not be used. */
export interface WaitingStep {
  readonly journeyId: string;
  readonly step: StepName;
  readonly dueAt: Instant;
}

/** What can be done to an entry here, and what came of a form that was posted. */
export interface ActsView {
  /** What the reader may sign. */
  readonly acts: readonly ActName[];
  /** What of it can be renewed. */
  readonly parts: readonly string[];
  /** More could be done by others: who sees to it, or who keeps the registers. */
  readonly byOthers: boolean;
  /** Hash of the version that is shown: what is signed is done to it and to no other. */
  readonly seen: string;
  /** What was signed just now. */
  readonly done?: ActName;
  /** Why what was posted was not taken: a key of the texts, and what the register says of it. */
  readonly problem?: { readonly key: string; readonly message?: string };
  readonly typed?: FormValues;
}

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
  /** Open steps that wait for it, or would; of journeys that the reader may not see, how many. */
  readonly waiting?: { readonly steps: readonly WaitingStep[]; readonly unseen: number };
  readonly acting?: ActsView;
  /** Whether enough people are competent for it; not told of the past. */
  readonly headcount?: readonly HeadcountStanding[];
  readonly leaves: readonly Leaf[];
  /** Newest first. */
  readonly versions: readonly VersionView[];
}
