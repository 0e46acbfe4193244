import type { Attachment } from '../domain/attachments/attachment.ts';
import type { SignedAttachment } from '../domain/attachments/attachments-of.ts';
import type { EnteredField } from '../domain/events/entered-field.ts';
import type { ReadOfCorrection } from '../domain/journey/read-of-correction.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { WhyNot } from '../domain/registers/why-not.ts';
import type { ShortShift } from '../domain/shifts/cover.ts';
import type { Draft } from '../domain/sign-off/draft.ts';
import type { Instant } from '../domain/time.ts';
import type { PhaseName, Role, StepName } from '../domain/vocabulary.ts';

export { LANGUAGES, type Language };

/** A JSON Schema as `z.toJSONSchema(schema, { io: 'input' })` gives it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One line of what is signed. `label` is a key of the dictionary's `facts`; an unknown key is shown in plain words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /**
   * `instant` is shown in the site's zone, `identifier` in a font that separates 0 from O and 1 from I; `words`,
   * `options`, `faults`, `deviation` and `outcome` are keys of the dictionary with a comma between them.
   */
  readonly kind?:
    | 'text'
    | 'gates'
    | 'documents'
    | 'identifier'
    | 'instant'
    | 'words'
    | 'options'
    | 'faults'
    | 'outcome'
    | 'step'
    | 'done'
    | 'field'
    | 'deviation';
  /** What of several things of one label this is about: a clock, an item of the checklist, a step. */
  readonly of?: string;
}

/** User ids of who signed, and of in whose place. */
export interface Signed {
  readonly by: string;
  readonly onBehalfOf?: string;
}

/** Somebody in whose place the reader may sign here, and until when. */
export interface StandIn {
  readonly by: string;
  readonly until: Instant;
  /** Only in that place: in their own right they may not. */
  readonly isOnlyWay: boolean;
}

/** Who of those who are asked said that they see to a step. */
export interface ClaimView {
  /** Missing while nobody did. */
  readonly held?: { readonly by: string; readonly at: Instant; readonly until: Instant };
  readonly isOwn: boolean;
  /** What the reader may do. */
  readonly may: 'claim' | 'give-back' | 'take-over' | 'read';
  /** Where the form posts to, and what stands in it. */
  readonly action: string;
  readonly formToken: string;
}

/** What was recorded once under an item. */
export interface ChecklistRecord extends Signed {
  readonly at: Instant;
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
  readonly against?: readonly ShownGate[];
}

/** Something anybody involved can report from the page. `report` is a key of the dictionary's `reports`. */
export interface ReportLine {
  readonly report: string;
  readonly schema: JsonSchema;
  readonly roles: readonly Role[];
  /** When it was reported so far, on this journey. */
  readonly made: readonly ChecklistRecord[];
  /** It lets somebody pass a gate, and whether it can here; missing of what can be reported anywhere. */
  readonly isWayPast?: boolean;
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
  /** The procedure of the site by which the step is done, and where it is read. */
  readonly procedure?: { readonly id: string; readonly version: string; readonly link?: string };
  /** Files that were signed for in this journey so far. */
  readonly files?: readonly SignedAttachment[];
  readonly decisions: readonly string[];
  /** Decisions for which who reads is not competent. Said; whoever signs may be another. */
  readonly notCompetent?: Readonly<Record<string, readonly ShownGate[]>>;
  /** Decisions that gates do not let through now. They are shown, not offered. */
  readonly closedDecisions?: Readonly<Record<string, readonly ShownGate[]>>;
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
  readonly againstGates?: Readonly<Record<string, readonly ShownGate[]>>;
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
  /** Where forms go to be signed by the hospital's sign-in, where it is offered and enough. */
  readonly oidcAction?: string;
  readonly byPasskeyOnly?: boolean;
  /** What was done and signed on paper is entered here. */
  readonly fromPaper?: boolean;
  /** The same page, to enter from paper or to sign now, whichever it is not. */
  readonly otherWay?: string;
  /** URL the forms post to. */
  readonly action: string;
  /** What was filled in of each decision and not signed yet, by name of the field. */
  readonly drafts?: Readonly<Record<string, Draft>>;
  readonly corrections?: readonly CorrectionNote[];
  /** Of other steps, what was corrected since that this one rests on. */
  readonly correctedSince?: readonly (CorrectionNote & CorrectedElsewhere)[];
  /** What of it the reader may ask to have corrected. */
  readonly correcting?: CorrectingView | undefined;
  /** Who sees to it. */
  readonly claim?: ClaimView;
  /** In whose place the reader may sign. */
  readonly standsInFor?: readonly StandIn[];
  readonly decided?: Signed & {
    readonly decision: string;
    /** User id of who entered it from paper. */
    readonly enteredBy?: string;
    /** What of it others had filled in, who and when. */
    readonly filledInBefore?: readonly EnteredField[];
    readonly at: Instant;
    /** The sentence that was signed, as it stands in the log. */
    readonly meaning: string;
    /** Why nobody was asked, where the pathway passed over the step: a key of the dictionary's `notNeeded`. */
    readonly because?: string;
  };
}

/** What the form for a correction needs. */
export interface CorrectingView {
  /** URL the form posts to. */
  readonly action: string;
  readonly formToken: string;
  readonly values: readonly CorrectableValue[];
  /** The site asks for more at this step than the PIN that this form takes. */
  readonly pinIsTooLittle?: boolean;
  /** Why the last try corrected nothing, with the reason in words where the record gives one. */
  readonly problem?: { readonly key: string; readonly message?: string } | undefined;
}

export interface CorrectableValue {
  /** Names it in the form. */
  readonly id: string;
  /** The decision, or the item of the checklist with its container after `#`. */
  readonly what: string;
  readonly path?: string;
  /** As it stands, as one would write it. */
  readonly text: string;
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
  /** It counts once it is signed. */
  readonly waits?: boolean;
  readonly read?: ReadOfCorrection;
}

export interface CorrectedElsewhere {
  readonly of: StepName;
  /** Gates of this step that read it. */
  readonly gatesHere: readonly string[];
}

/** Key of the dictionary's `gates`: why a gate does not let a decision through. */
export const gateKey = (gate: string, status: 'closed' | 'unknown'): string => `${gate}.${status}`;

/** Whether nobody knows how it stands: who is named is asked first. */
export const isNotKnown = ({ key }: ShownGate): boolean => key.endsWith('.unknown');

/** A gate that is not open, as a page says it. */
export interface ShownGate {
  /** `gateKey` of it. */
  readonly key: string;
  /** What of a register closes it. */
  readonly whyNot?: WhyNot | undefined;
  /** Who is missing on a shift. */
  readonly shortShift?: ShortShift | undefined;
}

export const shownGate = ({
  gate,
  status,
  whyNot,
  shortShift,
}: Omit<ShownGate, 'key'> & { readonly gate: string; readonly status: 'closed' | 'unknown' }): ShownGate => ({
  key: gateKey(gate, status),
  ...(whyNot === undefined ? {} : { whyNot }),
  ...(shortShift === undefined ? {} : { shortShift }),
});

/** Why a posted form was not recorded, shown above the form with what was typed. */
export interface Problem {
  /** Key of the dictionary's `problems`, or a sentence shown as it is. */
  readonly message: string;
  readonly gates?: readonly ShownGate[];
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
  readonly onBehalfOf?: string;
  readonly paper?: {
    readonly doneBy: string;
    readonly reference: string;
    readonly sha256?: string;
    readonly scan?: Attachment;
  };
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
