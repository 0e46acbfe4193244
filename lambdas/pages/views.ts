import { LANGUAGES, type Language } from '../domain/language.ts';
import type { PlanItemName } from '../domain/plan/plan-item.ts';
import type { Instant } from '../domain/time.ts';
import type { JourneyOutcome, PhaseName, Role, StepName } from '../domain/vocabulary.ts';

export { LANGUAGES, type Language };

/** A JSON Schema as `z.toJSONSchema(schema, { io: 'input' })` gives it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One line of what is signed. `label` is a key of the dictionary's `facts`; an unknown key is shown in plain words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /**
   * `instant` is shown in the site's zone, `identifier` in a font that separates 0 from O and 1 from I; `words`,
   * `options`, `faults` and `outcome` are keys of the dictionary with a comma between them.
   */
  readonly kind?:
    | 'text'
    | 'identifier'
    | 'instant'
    | 'words'
    | 'options'
    | 'faults'
    | 'outcome'
    | 'step'
    | 'done'
    | 'field';
  /** What of several things of one label this is about: a clock, an item of the checklist, a step. */
  readonly of?: string;
}

/** What was recorded once under an item. */
export interface ChecklistRecord {
  readonly at: Instant;
  readonly by: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** One line of a checklist: an item, or an item for one container. `item` is a key of the dictionary's `items`. */
export interface ChecklistLine {
  readonly item: string;
  /** Names the line on its page, in addresses and in ids: `thaw-started`, `thaw-started-2` for the second container. */
  readonly line: string;
  /** What its form asks: `item`, a constant, and mostly little else. */
  readonly schema: JsonSchema;
  /** What is recorded so far; more than one only for `many`. */
  readonly records: readonly ChecklistRecord[];
  /** Recorded as often as it happens. */
  readonly many?: boolean;
  /** The container the line is about. */
  readonly container?: string;
  /** Which component of the product that container is of, where it has several. */
  readonly component?: string;
  /** The container is one nobody prescribed: something was recorded on it all the same. */
  readonly stranger?: boolean;
  /** Who may record it, where that is not the role of the step. */
  readonly roles?: readonly Role[];
  /** The item this is the second person's part of, and who recorded that one, once somebody did. */
  readonly secondTo?: { readonly item: string; readonly by?: string };
  /** Who recorded the second person's part of this item. */
  readonly secondBy?: string;
  /** Gates against which it would be recorded now: a critical deviation, never a reason not to record. */
  readonly against?: readonly string[];
}

/** Something anybody involved can report from the page. `report` is a key of the dictionary's `reports`. */
export interface ReportLine {
  readonly report: string;
  readonly schema: JsonSchema;
  readonly roles: readonly Role[];
  /** When it was reported so far, on this journey. */
  readonly made: readonly ChecklistRecord[];
}

/** One occurrence of a step as a person is shown it. Carries no name, birth date or MRN. */
export interface StepView {
  readonly journeyId: string;
  readonly step: StepName;
  readonly phase: PhaseName;
  readonly round: number;
  readonly role: Role;
  /** `held`: the journey is on hold. What happened can still be recorded and stopping is open; the rest is closed. */
  readonly status: 'open' | 'decided' | 'withdrawn' | 'held';
  readonly facts: readonly Fact[];
  readonly decisions: readonly string[];
  /** Decisions that gates do not let through now, with `gateKey` of each. They are shown, not offered. */
  readonly closedDecisions?: Readonly<Record<string, readonly string[]>>;
  /** What each decision asks as evidence: decision → JSON Schema of an object. */
  readonly evidenceSchema: Readonly<Record<string, JsonSchema>>;
  readonly checklist?: readonly ChecklistLine[];
  /** An urgent notice that nobody acknowledged yet, and when it was told. */
  readonly urgent?: { readonly rung: string; readonly toldAt: Instant };
  /** Where a checklist has lines for each container: what a form takes for one that is in none of them, by item. */
  readonly otherContainer?: readonly ChecklistLine[];
  readonly reports?: readonly ReportLine[];
  /** Also a decided step takes reports while its course goes on. */
  readonly takesReports: boolean;
  /** What is known already and only has to be checked, by `formKey`; as if it had been typed. */
  readonly prefilled?: Readonly<Record<string, FormValues>>;
  /** Gates against which a decision would be recorded now: a critical deviation. */
  readonly againstGates?: Readonly<Record<string, readonly string[]>>;
  /** What the reader asked to be opened: id of a form or of a container on the page. The rest is a link to itself. */
  readonly opened?: string;
  readonly dueAt?: Instant;
  /** IANA zone of the site; every time on the page is read and written in it. */
  readonly zone: string;
  readonly contentHash: string;
  readonly nonce: string;
  /** When the link stops opening the step. */
  readonly expiresAt: Instant;
  /** The site asks for more than a PIN at this step. */
  readonly byPasskeyOnly?: boolean;
  /** What was done and signed on paper is entered here. */
  readonly fromPaper?: boolean;
  /** The same page, to enter from paper or to sign now, whichever it is not. */
  readonly otherWay?: string;
  /** URL the forms post to. */
  readonly action: string;
  readonly corrections?: readonly CorrectionNote[];
  readonly decided?: {
    readonly decision: string;
    readonly by: string;
    /** User id of who entered it from paper. */
    readonly enteredBy?: string;
    readonly at: Instant;
    /** The sentence that was signed, as it stands in the log. */
    readonly meaning: string;
    /** Why nobody was asked, where the pathway passed over the step: a key of the dictionary's `notNeeded`. */
    readonly because?: string;
  };
}

/** What was corrected of a step after it was signed. */
export interface CorrectionNote {
  /** The decision, or the item of the checklist with its container after `#`. */
  readonly what: string;
  /** Where in the evidence; without it, when it happened. */
  readonly path?: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly signedAgain: boolean;
}

/** Key of the dictionary's `gates`: why a gate does not let a decision through. */
export const gateKey = (gate: string, status: 'closed' | 'unknown'): string => `${gate}.${status}`;

/** Why a posted form was not recorded, shown above the form with what was typed. */
export interface Problem {
  /** Key of the dictionary's `problems`, or a sentence shown as it is. */
  readonly message: string;
  /** Gates that are not open, as keys of `gates`. */
  readonly gates?: readonly string[];
  /** Form name (`evidence.bag.din`, `signer`, `occurredAt`, …) → key of `fieldProblems`, or a sentence. */
  readonly fieldErrors?: Readonly<Record<string, string>>;
  /** What was posted, by form name. Never the PIN. */
  readonly values?: FormValues;
}

export type FormValues = Readonly<Record<string, readonly string[]>>;

/** What a posted form says, in the shape `POST /sign-offs/{token}` takes as JSON. */
export interface Submission {
  readonly signer: string;
  /** None where a passkey is to sign. */
  readonly pin?: string;
  readonly contentHash: string;
  readonly nonce: string;
  readonly decision: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** ISO 8601 with the site's offset, e.g. `2026-12-01T08:10:00+01:00`. */
  readonly occurredAt?: string;
  readonly reason?: string;
  readonly paper?: { readonly doneBy: string; readonly reference: string; readonly sha256?: string };
}

export type ParsedForm =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly problem: Problem };

export const OUTCOME_STATUSES = [
  'recorded',
  'already-decided',
  'expired',
  'not-found',
  'not-permitted',
  'changed',
  'held',
  'withdrawn',
  'failed',
] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

export interface OutcomeView {
  readonly status: OutcomeStatus;
  readonly language: Language;
  /** Both have a text of their own for each status. */
  readonly title?: string;
  readonly message?: string;
  readonly journeyId?: string;
  /** Where a button leads: the page itself, to read it again. */
  readonly backTo?: string;
  /** Where the reader goes on is their list. */
  readonly toList?: boolean;
}

/**
 * Occasions on which somebody is written to about an open step. The rungs of the ladders in `domain/steps` are these,
 * or these with a count (`weekly-3`, `overdue-60`, `expiry-7`); `overdue-unseen-2` and its like are `unseen`.
 */
export const RUNGS = [
  'asked',
  'half',
  'nearly',
  'due',
  'overdue',
  'weekly',
  'monthly',
  'expiry',
  'expired',
  'in-use',
  'in-use-ends',
  'slot-hold-ends-soon',
  'slot-hold-ended',
  'slot-in-3-days',
  'slot-tomorrow',
  'readiness-again',
  'sample-too-old',
  'shipment-hold-ends',
  'ready-in-a-week',
  'maker-silent',
  'delivery-in-2-days',
  'delivery-tomorrow',
  'arrival-late',
  'no-scan',
  'leaves-tomorrow',
  'must-leave',
  'acceptance-overdue',
  'visit-window',
  'documents-pending',
  'conditioning-in-5-days',
  'conditioning-in-3-days',
  'go-ends',
  'window-ends-in-2-days',
  'window-ends-tomorrow',
  'window-ended',
  'observation-due',
  'observation-missed',
  'tocilizumab-resupply',
  'proximity-ends-in-2-days',
  'reassessment-in-2-days',
  'resent',
  'reissued',
  'reassigned',
  'extended',
  'released',
  'unseen',
] as const;
export type Rung = (typeof RUNGS)[number];

type NoticeClass = 'info' | 'due' | 'critical';

/** A mail that asks somebody to open one step. */
export interface StepNotice {
  readonly notice: 'step';
  readonly journeyId: string;
  readonly step: StepName;
  readonly phase: PhaseName;
  readonly round: number;
  /** A name of `RUNGS`, or one with a count, such as `weekly-3`; anything else is refused by name. */
  readonly rung: string;
  readonly class: NoticeClass;
  /** Of the reader. */
  readonly role: Role;
  /** The role that signs. */
  readonly signer: Role;
  readonly dueAt?: Instant;
  readonly zone: string;
  /** The link that opens the step; a bearer token, so it stands nowhere else. */
  readonly link: string;
  /** The mail would have gone out earlier, but the journey was on hold. */
  readonly heldBack?: boolean;
  /** The follow-up visit the step is about: its name in the plan, e.g. `M6`, and the day it is planned for. */
  readonly visit?: { readonly name: string; readonly plannedOn: Instant };
  /** What it is about beside the step; nothing that was found in a patient. */
  readonly facts?: readonly Fact[];
  /** When the certified product expires, and the whole days until then; none once it has expired. */
  readonly productExpiry?: { readonly at: Instant; readonly daysLeft?: number };
}

interface NoticeBase {
  readonly class: NoticeClass;
  readonly at: Instant;
  readonly zone: string;
}

/** On which side a command was given; never which person. */
export type Side = 'ehr' | 'operator';

/** A mail that tells rather than asks; it has no link, because there is nothing to sign. */
export type TellNotice =
  | (NoticeBase & {
      readonly notice: 'journey-held' | 'journey-resumed' | 'journey-cancelled';
      readonly journeyId: string;
      readonly by?: Side;
    })
  | (NoticeBase & { readonly notice: 'journey-closing'; readonly journeyId: string; readonly outcome: JourneyOutcome })
  /** `report` is a key of the dictionary's `reports`. */
  | (NoticeBase & { readonly notice: 'journey-reported'; readonly journeyId: string; readonly report: string })
  | (NoticeBase & { readonly notice: 'product-given' | 'patient-lost'; readonly journeyId: string })
  /** `step` is where it was recorded: a name of a step. What was found stands in no mail. */
  | (NoticeBase & { readonly notice: 'finding-recorded'; readonly journeyId: string; readonly step: string })
  | (NoticeBase & { readonly notice: 'journey-closed'; readonly journeyId: string; readonly outcome: JourneyOutcome })
  | (NoticeBase & { readonly notice: 'message-parked'; readonly eventId: string; readonly sender: string })
  /** `kind` is a key of the dictionary's `deviations`. */
  | (NoticeBase & { readonly notice: 'deviation-opened'; readonly journeyId: string; readonly kind: string })
  /** A mail did not arrive; `reader` is the user id of whom it was for. */
  | (NoticeBase & { readonly notice: 'mail-bounced'; readonly journeyId: string; readonly reader: string })
  /** An execution ended that should not have; `run` is the number of the one that took its place. */
  | (NoticeBase & { readonly notice: 'run-replaced'; readonly journeyId: string; readonly run: number });

/** From when until when a date stands in a diary; whole days end with the start of the day after. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly wholeDays: boolean;
}

/** One date of the plan that is new (`from` is null), has moved, or is gone (`to` is null). */
export interface PlanChange {
  readonly item: PlanItemName;
  readonly number: number;
  /** Name of a follow-up visit in its plan, e.g. `M6`. */
  readonly visit?: string;
  readonly from: Stretch | null;
  readonly to: Stretch | null;
}

/** A mail that tells one person which dates in their own diary changed. */
export type PlanNotice = NoticeBase & {
  readonly notice: 'plan-changed';
  readonly journeyId: string;
  readonly changes: readonly PlanChange[];
};

export type MailNotice = StepNotice | TellNotice | PlanNotice;

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
