import type { CompetenceRecord } from '../../lambdas/domain/competence/competence.ts';
import type { StaffMember } from '../../lambdas/domain/ports.ts';
import type { Concern } from '../../lambdas/domain/registers/journeys-concerned.ts';
import type { Keeping } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterName } from '../../lambdas/domain/registers/names.ts';
import type { Team } from '../../lambdas/domain/staff/team.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import type { JourneyOutcome, Role, StepName } from '../../lambdas/domain/vocabulary.ts';
import type { Browser } from './browser.ts';
import type { Course } from './course.ts';

/** What a person knows when they answer: the present instant, and the site's zone. */
export interface Moment {
  readonly now: Instant;
  readonly zone: string;
  /** The date `days` from now at the site, e.g. `2027-08-31`. */
  date(days: number): string;
  /** The instant of a local time, e.g. `08:00`, on the day `days` from now. */
  at(days: number, time: string): Instant;
  /** The instant an ISO 8601 duration before now. */
  ago(duration: string): Instant;
  /** The instant an ISO 8601 duration after now. */
  ahead(duration: string): Instant;
  /** The date of the newest collection that was made, on the labels of its bags; today's where there is none. */
  readonly collectedOn: string;
  /** The newest certificate as signed so far: what its maker printed on the labels as well. */
  readonly certified: Readonly<Record<string, unknown>>;
}

/** How a person answers a step: after a while, on the evidence they have. */
export interface Answer {
  readonly decision: string;
  /** From the mail, or from the entry before on the same step: `PT3H`, or `+2d 09:30` (see `whenAfter`). */
  readonly after: string;
  readonly evidence?: (moment: Moment) => Readonly<Record<string, unknown>>;
  /** Who answers, where it is not the role the step is asked of. */
  readonly as?: Role;
  /** Which person, where that is none of the example staff: a user id. */
  readonly who?: string;
  /** User id of in whose place they sign. */
  readonly onBehalfOf?: string;
  /** The page refuses this with this status: nothing is recorded, and the story goes on. */
  readonly refused?: 403 | 409 | 422;
  /** For this reason, as the refusal names it: a problem, or a gate and how it was found, such as `site-ready unknown`. */
  readonly because?: string;
  /** When it happened, as a duration before it is signed; without it, when it is signed. */
  readonly happened?: string;
  readonly reason?: string;
  /** It was signed on paper by whoever holds this role or has this user id, and is entered from there. */
  readonly paper?: { readonly doneBy: string; readonly reference: string };
}

/** The answers of one step, in the order given; checklist items and reports come before the decision. */
export interface StepScript {
  readonly step: StepName;
  /** Only in this round; without it, in every round no other script names. */
  readonly round?: number;
  readonly answers: readonly Answer[];
}

/** What operations do, some time after a step was asked. */
export interface OperatorScript {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  readonly command: 'hold' | 'resume' | 'cancel' | 'correct' | 'resume-execution' | 'resend' | 'reissue' | 'extend';
  readonly reason: string;
  /** Arguments; for `correct`, the checklist item whose time was wrong and by how much it moves. */
  readonly args?: (moment: Moment) => Readonly<Record<string, unknown>>;
  readonly correct?: { readonly step: StepName; readonly item: string; readonly by: string };
}

/** What somebody does at a browser, some time after a step was asked. */
export interface VisitScript {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  /** User id of who is signed in. */
  readonly who: string;
  /** Throws when a page does not show what the story tells. */
  does(visit: Visit): Promise<void>;
}

export interface Visit {
  readonly browser: Browser;
  readonly journeyId: string;
  /** The newest link that was mailed about the step. */
  readonly link: string;
  readonly moment: Moment;
}

/** Somebody opens the link of a step in a browser, some time after it was asked. */
export interface Opening {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  /** Who is signed in there; nobody without it, be it a person or a mail scanner. */
  readonly as?: Role;
  /** The step to those it is asked of; to all others how to sign in, or that it is somebody else's, and nothing of it. */
  readonly shows: 'sign-in' | 'somebody-else' | 'step';
}

/** What the EHR sends, some time after a step was asked: the order again, with the patient as it knows them now. */
export interface EhrScript {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  /** Family name of the patient in this message. */
  readonly family: string;
}

/** Somebody confirms, with evidence, what another system holds of a register, some time after a step was asked. */
export interface ConfirmScript {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  readonly register: RegisterName;
  readonly id: string;
  /** User id of who keeps the registers of the site. */
  readonly by: string;
  readonly why: string;
  /** What was looked at, and where it is found. */
  readonly reference: string;
}

/** What somebody keeps in the registers of the site, some time after a step was asked. */
export interface KeepingScript {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  /** One after the other, now. */
  entries(moment: Moment): readonly Omit<KnownEntry, 'at'>[];
  /** Of the changes among them, what the journey goes on with in another version, as `atmp register affected` says. */
  readonly concerned: readonly Concern[];
}

/** A change is handed over to those who sign it, some time after a step was asked. */
export interface CaseScript {
  readonly whenAsked: { readonly step: StepName; readonly round: number };
  readonly after: string;
  /** Its id in the register of change controls. */
  readonly change: string;
  /** User id of who keeps the registers of the site. */
  readonly by: string;
}

/** What must be true when the scenario is over. Streams are compared each for itself; order between them is free. */
export interface Expectations {
  readonly outcome: JourneyOutcome;
  /** Per step, phase or the journey itself: what happened in it, in order, e.g. `'Give GO 1': ['defer']`. */
  readonly log: Readonly<Record<string, readonly string[]>>;
  /** Reminders and calls that were mailed beyond the first asking, e.g. `'Give GO 2: expired'`. */
  readonly reminders: readonly string[];
  readonly deviations: readonly string[];
  /** The same of the case of a change, and how its entry in the register stands at each version. */
  readonly change?: { readonly log: Expectations['log']; readonly versions: readonly string[] };
  /** The procedures beside forms, by step and round; of all that have one. */
  readonly procedures?: Readonly<Record<string, string>>;
  /** Who was mailed about a step, by step and round: the names before the @ of their addresses, in the order of the alphabet. */
  readonly mailed?: Readonly<Record<string, readonly string[]>>;
}

export interface KnownCompetence {
  readonly person: string;
  readonly record: CompetenceRecord;
}

/** An entry of a register of the site, as somebody kept it before. */
export interface KnownEntry extends Omit<Keeping, 'site'> {
  readonly register: RegisterName;
}

/** One scenario, one file: data and expectations; run by demo, tests and the deployed test alike. */
export interface Scenario {
  readonly name: string;
  /** One sentence a coordinator understands. */
  readonly title: string;
  readonly protocol: string;
  /** Takes place in the demo hospital (`hospital/`), where one can be set up; elsewhere with the example staff. */
  readonly inHospital?: true;
  /** Who is there beside the staff. Stories that need more people are not played deployed. */
  readonly staff?: readonly StaffMember[];
  /** Who of them shares a mailbox. */
  readonly teams?: readonly Team[];
  /** What people were assessed in before; of the others the register says nothing. */
  readonly competence?: readonly KnownCompetence[];
  /** What the registers of the site knew before; of the rest they say nothing. */
  readonly registers?: readonly KnownEntry[];
  /** What people do and what must come of it, for the course it is played with. */
  play(course: Course): Play;
}

export interface Play {
  /** Replaces or adds to the usual answers. */
  readonly scripts: readonly StepScript[];
  readonly operations: readonly OperatorScript[];
  readonly visits?: readonly VisitScript[];
  /** Each must come to pass, and show what it says. */
  readonly openings?: readonly Opening[];
  readonly ehr?: readonly EhrScript[];
  readonly confirms?: readonly ConfirmScript[];
  readonly keepings?: readonly KeepingScript[];
  readonly cases?: readonly CaseScript[];
  readonly expect: Expectations;
}
