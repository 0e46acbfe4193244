import type { Attachment } from './attachments/attachment.ts';
import type { CompetenceRecord, StaffCompetence } from './competence/competence.ts';
import type { MailClass, StepRef } from './events/data.ts';
import type { JourneyEvent } from './events/journey-event.ts';
import type { CorruptionFault } from './faults.ts';
import type { Bindings, Effect } from './journey/effects.ts';
import type { AskedNotice, Notice } from './journey/notice.ts';
import type { JourneyState } from './journey/state.ts';
import type { JourneySummary } from './journey/summary.ts';
import type { Language } from './language.ts';
import type { Outcome, Refusal } from './outcome.ts';
import type { Protocol } from './protocol/schema.ts';
import type { Kept } from './registers/keep-record.ts';
import type { RegisterName } from './registers/names.ts';
import type { RegisterRecord } from './registers/record.ts';
import type { SiteReadiness } from './registers/site-readiness.ts';
import type { OnDuty } from './shifts/on-duty.ts';
import type { Draft } from './sign-off/draft.ts';
import type { StaffCalendar } from './staff/calendar.ts';
import type { Rota } from './staff/rota.ts';
import type { Team } from './staff/team.ts';
import type { QuietHours } from './telling/quiet-hours.ts';
import type { Instant } from './time.ts';
import type { Role } from './vocabulary.ts';

/** A journey as read back: its whole log, folded, with what is needed to write the next events. */
export interface StoredJourney {
  readonly events: readonly JourneyEvent[];
  readonly state: JourneyState;
  /** Hash of the newest event. */
  readonly head: string;
  /** Counts every write to the journey, also those without events; a commit names the one it has seen. */
  readonly revision: number;
  readonly bindings: Bindings;
}

/** All that one command changes, written in one transaction or not at all. */
export interface Commit {
  readonly journeyId: string;
  /** The revision that was read; 0 for a new journey. */
  readonly expected: number;
  readonly events: readonly JourneyEvent[];
  /** The journey with these events. */
  readonly state: JourneyState;
  readonly bindings: Bindings;
  readonly effects: readonly Effect[];
  readonly summary: JourneySummary;
  readonly now: Instant;
  /** Identifiers that may belong to no other journey; `claimed` when one does. */
  readonly claims: readonly string[];
  /** Items of other stores that belong to the same fact (a webhook receipt, a patient), as the adapter knows them. */
  readonly alongside?: readonly Alongside[];
}

/** An item written in the same transaction; opaque to the domain. */
export interface Alongside {
  readonly __alongside: true;
}

/** An effect not yet done. */
export interface PendingEffect {
  readonly journeyId: string;
  readonly id: string;
  readonly effect: Effect;
  readonly since: Instant;
  /** The next due instant is to be written as well: the schedule rides on another effect of its commit. */
  readonly schedules?: true | undefined;
  /** Recipients already served, for an effect that serves several. */
  readonly served: readonly string[];
}

/** The log. `commit` answers `conflict` when somebody else wrote first; the caller reads again and decides anew. */
export interface JourneyStore {
  /**
   * A journey as it stands. `asStored`: every event is read from the table at this very time, for who shows the log as evidence;
   * else what was read before is known, and copies of events serve as well as the events.
   */
  load(journeyId: string, how?: { readonly asStored: boolean }): Promise<StoredJourney | undefined>;
  commit(commit: Commit): Promise<'done' | 'conflict' | 'claimed'>;
  /** One page of summaries, of open journeys or of all; eventually consistent, never decided from. */
  list(query: {
    readonly open: boolean;
    readonly from?: string;
    readonly limit: number;
  }): Promise<{ journeys: JourneySummary[]; next?: string }>;
  /** `unreadable` is told of each that cannot be read, which then keeps back none behind it; without it that is a fault. */
  pending(query: {
    readonly before: Instant;
    readonly limit: number;
    unreadable?(fault: CorruptionFault): void;
  }): Promise<PendingEffect[]>;
  /** Undefined when it was done before. */
  pendingEffect(journeyId: string, id: string): Promise<PendingEffect | undefined>;
  /** Writes a pending effect anew, so that the stream delivers it once more; nothing when it was done meanwhile. */
  requeue(pending: PendingEffect, at: Instant): Promise<void>;
  /** Keeps in place of an effect what of it is still to be done; nothing when it was done meanwhile. */
  leave(rest: PendingEffect): Promise<void>;
  markServed(journeyId: string, id: string, recipient: string): Promise<void>;
  /** @param served whoever was served last, where that is not marked yet */
  markDone(journeyId: string, id: string, at: Instant, served?: string): Promise<void>;
}

/** A notice that waits for its reader. */
export interface HeldNotice {
  /** Owner of the effect by which it came. */
  readonly journeyId: string;
  readonly notice: AskedNotice;
  readonly since: Instant;
  /** In which the reader is written to. */
  readonly role: Role;
}

/** What waits for readers: all that waits for one of them until one instant is one mail. */
export interface HeldMail {
  /** Adds a notice, once however often it is added; `closed` where that mail was begun before. */
  hold(reader: string, until: Instant, held: HeldNotice): Promise<'held' | 'closed'>;
  /** Lets nothing more be added; gives all that was, oldest first, and of how many it cannot be said what they were. */
  close(
    reader: string,
    until: Instant,
    at: Instant,
  ): Promise<{ readonly notices: readonly HeldNotice[]; readonly unreadable: number }>;
}

/** Mails to or about one person that belong to no one journey. */
export interface PersonMails {
  /** Asks for one, once however often it is asked for; with `due` in the future it waits until then. */
  ask(mail: {
    readonly person: string;
    readonly id: string;
    readonly notice: Notice;
    readonly since: Instant;
    readonly due?: Instant;
  }): Promise<void>;
}

/** One person on one day of their site. */
export interface PersonDay {
  readonly site: string;
  readonly day: string;
  readonly person: string;
}

export interface MailsOfDay extends Readonly<Record<MailClass | 'digest', number>> {
  readonly person: string;
  readonly day: string;
}

/** How many mails people got. */
export interface MailCounts {
  add(of: PersonDay, kind: MailClass | 'digest'): Promise<void>;
  of(day: PersonDay): Promise<MailsOfDay>;
  /** Of a site, from a day on. */
  since(site: string, day: string): Promise<readonly MailsOfDay[]>;
}

/** The journeys of one patient under one protocol, oldest first; `revision` counts how often the list was written. */
export interface Courses {
  readonly journeys: readonly string[];
  readonly revision: number;
}

export interface CourseIndex {
  of(patient: string, protocol: string): Promise<Courses>;
  /** One journey more, on the condition that the list is still the one that was seen. */
  add(patient: string, protocol: string, seen: Courses, journeyId: string): Alongside;
}

/** The registers of a site as gates read them. */
export interface ReadRegisters {
  /** How every entry stands now; of version 0 where the site keeps no register. */
  readiness(site: string): Promise<SiteReadiness>;
  /** Every version of every entry of all registers of a site. */
  records(site: string): Promise<readonly RegisterRecord[]>;
  /** Every version of the entries of a register, or of one entry; of each the oldest first. */
  of(site: string, register: RegisterName, id?: string): Promise<readonly RegisterRecord[]>;
}

/** The registers of the quality system of a site, as they are kept. */
export interface Registers extends ReadRegisters {
  /**
   * Keeps records of one site, for ever, all or none, and with them how the site stands. `conflict` when somebody else wrote meanwhile.
   *
   * @param all one at least, `MOST_AT_ONCE` at most
   * @param besides what belongs to the same commit
   */
  keep(all: readonly [Kept, ...Kept[]], besides?: KeptBesides): Promise<Outcome<SiteReadiness>>;
  /** What keeping a record writes, for the commit of another fact: a `conflict` there when somebody else wrote meanwhile. */
  keeping(kept: Kept): Promise<Outcome<readonly Alongside[]>>;
}

/** What belongs to the commit of records of a site. */
export interface KeptBesides {
  readonly alongside?: readonly Alongside[];
  /** What is to be done about a record, by how the site stands before it; one effect at most, for which `MOST_AT_ONCE` leaves room. */
  effectsOf?(kept: Kept, before: SiteReadiness): readonly Effect[];
}

/** What staff were assessed in. */
export interface CompetenceRegister {
  /**
   * Keeps a record, for ever, and beside the person how they stand then. `conflict` when somebody else wrote meanwhile.
   *
   * @param besides what belongs to the same commit
   */
  keep(person: string, record: CompetenceRecord, besides?: readonly Alongside[]): Promise<Outcome<void>>;
  /** Everything recorded of a person, oldest first. */
  of(person: string): Promise<readonly CompetenceRecord[]>;
}

/** Where a link leads. Only the hash of the token is kept; `linkSeq` decides whether it still opens the step. */
export interface LinkTarget {
  readonly journeyId: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly linkSeq: number;
  readonly expiresAt: Instant;
  /** Key of the nonces of its pages: random, and in no mail, so that who holds the link cannot make them. */
  readonly nonceKey: string;
}

export interface LinkIndex {
  put(tokenHash: string, target: LinkTarget): Promise<void>;
  find(tokenHash: string): Promise<LinkTarget | undefined>;
}

/** What was filled in of a step and not signed yet, by form. */
export interface Drafts {
  find(journeyId: string, ref: StepRef): Promise<Readonly<Record<string, Draft>>>;
  /** Changes the draft of one form; what others saved meanwhile is kept. Throws TransientFault after too many races. */
  save(journeyId: string, ref: StepRef, form: string, change: (before: Draft) => Draft, now: Instant): Promise<void>;
}

/** A file as it was stored: who attached it, and when. */
export interface StoredAttachment extends Attachment {
  readonly by: string;
  readonly at: Instant;
}

/** Which files are stored for a journey, by their checksum. */
export interface AttachmentIndex {
  find(journeyId: string, sha256: string): Promise<StoredAttachment | undefined>;
  /** Who attached the same file first stays who did. */
  add(journeyId: string, stored: StoredAttachment): Promise<void>;
}

/** A member of staff, as far as the journey needs to know. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  /** E.164, for text messages and calls. */
  readonly phone?: string | undefined;
  readonly roles: readonly Role[];
  /** Roles this person stands in for: may sign for them, and is told when those who hold them do not answer. */
  readonly deputises?: readonly Role[] | undefined;
  readonly site: string;
  readonly language: Language;
  readonly active: boolean;
  /** When this person is not written to about what can wait; without it, as the site says. */
  readonly quietHours?: QuietHours | undefined;
  /** Whether what can wait comes mail by mail, or once a day in one; without it, mail by mail. */
  readonly mails?: 'each' | 'digest' | undefined;
  /** By what the hospital's OpenID Connect provider knows this person. */
  readonly oidcSubject?: string | undefined;
  /** Who checked who this person is, on which day and by what; nobody signs before that (21 CFR 11.100(b)). */
  readonly identity?: IdentityCheck | undefined;
  /** What they were assessed in; kept apart as well. */
  readonly competence?: StaffCompetence | undefined;
  /** What is true of them for a time only; kept apart from what is put in with them. */
  readonly calendar?: StaffCalendar | undefined;
}

export interface IdentityCheck {
  /** User id of another person. */
  readonly checkedBy: string;
  readonly checkedAt: string;
  /** Such as `identity card, in person`. */
  readonly how: string;
}

/** Who the staff are. */
export interface StaffDirectory {
  /** Active staff of a site who hold a role. */
  holding(site: string, role: Role): Promise<readonly StaffMember[]>;
  /** The same, with who of them is on call when, and where they share a mailbox. */
  roster(site: string, role: Role): Promise<Roster>;
  /** Active staff of a site who stand in for a role. */
  deputising(site: string, role: Role): Promise<readonly StaffMember[]>;
  find(id: string): Promise<StaffMember | undefined>;
  /** Who is on site at these times, by the rota of shifts. */
  onDuty(site: string, times: readonly Instant[]): Promise<OnDuty>;
  findWithPinAge(id: string): Promise<WithPinAge | undefined>;
}

/** A member of staff, and what ended sessions of theirs: when the PIN they have was set, where that is known, and what else. */
export interface WithPinAge {
  readonly member: StaffMember;
  readonly pinSetAt?: Instant | undefined;
  /** When last a passkey was revoked, or their log-in at the OpenID Connect provider changed. */
  readonly sessionsFrom?: Instant | undefined;
}

/** The people of a role at a site. */
export interface Roster {
  readonly holders: readonly StaffMember[];
  /** Missing where the site has none for this role. */
  readonly rota?: Rota | undefined;
  readonly teams: readonly Team[];
}

export interface StaffRegister extends StaffDirectory {
  /** Checks user id and PIN; counts failures and locks after five for a quarter of an hour. Never says which was wrong. */
  authenticate(id: string, pin: string, now: Instant): Promise<Outcome<Proof>>;
}

/**
 * A person who proved who they are. It holds at the very commit of what they do, or not at all: `alongside` goes into that commit;
 * where none was made, `lost` must be asked before anything is told that only they may know.
 */
export interface Proof {
  readonly member: StaffMember;
  readonly alongside: readonly Alongside[];
  /** Why it counts no more, such as that the id was locked meanwhile; null while it counts. */
  lost(): Promise<Refusal | null>;
}

export interface Protocols {
  latest(id: string): Outcome<Protocol>;
  get(id: string, version: number): Outcome<Protocol>;
}
