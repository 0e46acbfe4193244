import type { SignedAttachment } from '../domain/attachments/attachments-of.ts';
import type { StepClaim } from '../domain/journey/state.ts';
import type { PlannedDate } from '../domain/journey/summary.ts';
import type { Absence } from '../domain/staff/absence.ts';
import type { Delegation } from '../domain/staff/delegation.ts';
import type { Instant } from '../domain/time.ts';
import type { CoursePhase, PhaseName, Role, StepName } from '../domain/vocabulary.ts';
import type { Clock } from '../domain/worklist/clock-that-matters.ts';
import type { Timeline } from '../domain/worklist/timeline.ts';

/** Who a patient is, beside the code of a journey; shown only to somebody who signed in and may see it. */
export interface PatientView {
  readonly name?: string;
  readonly birthDate?: string;
  /** Names before this one, newest last. */
  readonly formerNames?: readonly string[];
  /** What a sender says otherwise, while two people read it. */
  readonly claimed?: { readonly name?: string; readonly identifiers: readonly string[]; readonly sender: string };
  readonly identifiers: readonly string[];
  /** Codes of journeys whose patients have similar names. */
  readonly similarTo: readonly string[];
}

/** Who reads the page of a step, and whose it is where they have a part in the care. */
export interface StepReader {
  readonly name: string;
  readonly patient?: PatientView | undefined;
}

/** What every page after sign-in has. */
export interface OwnPage {
  readonly reader: string;
  /** Stands in every form of the page. */
  readonly formToken: string;
  readonly zone: string;
  readonly now: Instant;
}

export interface WorklistLine {
  readonly journeyId: string;
  /** None of a case of the quality system. */
  readonly patient?: PatientView;
  readonly protocol: string;
  readonly step: StepName;
  readonly phase: PhaseName;
  readonly round: number;
  readonly role: Role;
  readonly assignedTo?: string;
  /** User ids of those who handed it over to the reader. */
  readonly handedOverBy?: readonly string[];
  readonly claim?: StepClaim;
  readonly held: boolean;
  readonly clock: Clock;
}

export interface WorklistFilter {
  readonly role?: Role;
  readonly protocol?: string;
  readonly overdue: boolean;
}

export interface WorklistView extends OwnPage {
  readonly lines: readonly WorklistLine[];
  /** How many there are without the filter. */
  readonly all: number;
  readonly filter: WorklistFilter;
  readonly roles: readonly Role[];
  readonly protocols: readonly string[];
}

export interface JourneyView extends OwnPage {
  readonly journeyId: string;
  readonly protocol: string;
  /** None of a case of the quality system. */
  readonly patient?: PatientView;
  readonly timeline: Timeline;
  readonly files: readonly SignedAttachment[];
  /** The reader is a coordinator, who may take over what others have claimed. */
  readonly takesOver: boolean;
  /** Steps of which the reader may ask to have something corrected. */
  readonly correctable: readonly { readonly key: string; readonly step: StepName; readonly round: number }[];
}

/** The columns of the board. */
export type BoardPhase = CoursePhase | 'FollowUp';

export interface BoardStep {
  readonly step: StepName;
  readonly role: Role;
  readonly assignedTo?: string;
  readonly claim?: StepClaim;
  readonly clock: Clock;
}

export interface BoardRow {
  readonly journeyId: string;
  readonly protocol: string;
  readonly patient: PatientView;
  readonly held: boolean;
  /** Where it stands; undefined where it ends without a phase of its own. */
  readonly phase?: BoardPhase;
  readonly steps: readonly BoardStep[];
  readonly next?: PlannedDate;
}

export interface BoardView extends OwnPage {
  readonly site: string;
  readonly rows: readonly BoardRow[];
  /** User ids of people of the site who may not read what is sent to them; for coordinators and QA. */
  readonly doubtful: readonly { readonly id: string; readonly standing: 'unproved' | 'bounced' }[];
}

/** Who can stand in for one of the reader's roles. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export interface AwayView extends OwnPage {
  /** User id of the reader. */
  readonly id: string;
  /** Their own roles, which alone can be handed over. */
  readonly roles: readonly Role[];
  readonly colleagues: readonly Colleague[];
  readonly delegations: readonly Delegation[];
  readonly absences: readonly Absence[];
  /** A key of `away.problems`, and what was typed. */
  readonly problem?: string;
  readonly typed?: Readonly<Record<string, readonly string[]>>;
}
