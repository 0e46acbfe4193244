import type { EventData, MailClass, Paper, StatedValue, StepRef } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { ConcernedInFlight, QualityCase } from '../events/site-data.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import type { ItemKey, PlanItemName } from '../plan/plan-item.ts';
import type { Procedure } from '../steps/procedure.ts';
import type { Instant, Occurrence } from '../time.ts';
import {
  COURSE_PHASES,
  type CoursePhase,
  type JourneyOutcome,
  type PhaseName,
  type PhaseOutcome,
  type ReportName,
  type Role,
  type StepName,
} from '../vocabulary.ts';
import type { FoundDeviation } from './found-deviations.ts';
import type { IdentityClaim } from './identity-claims.ts';
import { ofState } from './of-state.ts';
import type { OpeningOrder, OrderRecord } from './orders.ts';
import type { JourneySite } from './site-policy.ts';

/** Key of one occurrence of a step, e.g. `Treatment.2.Give GO`. */
export type StepKey = string & { readonly __stepKey?: never };

export const stepKey = (ref: StepRef): StepKey => `${ref.phase}.${ref.round}.${ref.step}`;

export interface ChecklistEntry {
  readonly seq: number;
  readonly occurredAt: Occurrence;
  /** Who did it. */
  readonly by: Actor;
  /** The paper it was entered from, and the user id of who entered it. */
  readonly paper?: Paper;
  readonly enteredBy?: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly contentHash: string;
}

export interface Decision {
  readonly seq: number;
  readonly decision: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Who did it. */
  readonly by: Actor;
  /** The paper it was entered from, and the user id of who entered it. */
  readonly paper?: Paper;
  readonly enteredBy?: string;
  readonly occurredAt: Occurrence;
  readonly recordedAt: Instant;
  readonly contentHash: string;
  readonly reason?: string;
}

/** A rung as it was told. */
export interface ToldRung {
  readonly rung: string;
  readonly seq: number;
  readonly at: Instant;
  readonly class: MailClass;
  readonly to: readonly Role[];
  /** A later rung was told in its place. */
  readonly silent: boolean;
}

/** Somebody read the page of a step and acts on it. */
export interface Acknowledgement {
  readonly seq: number;
  readonly rung: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly contentHash: string;
}

/** Somebody said that they see to a step. */
export interface StepClaim {
  /** User id. */
  readonly by: string;
  readonly at: Instant;
  /** The end of their shift. */
  readonly until: Instant;
}

/** One occurrence of a step: asked, perhaps reminded, and decided at most once. */
export interface StepState extends StepRef {
  readonly key: StepKey;
  readonly status: 'open' | 'decided' | 'withdrawn';
  readonly openedAt: Instant;
  /** When it was opened, or the later instant before which nobody is asked. */
  readonly askedFrom: Instant;
  readonly openedSeq: number;
  /** A due instant set by a person, in place of the one the protocol gives. */
  readonly extendedTo?: Instant;
  /** When that was done: the ladder starts anew from here. */
  readonly extendedAt?: Instant;
  readonly rungs: readonly string[];
  /** The same rungs as they were told, oldest first. */
  readonly told: readonly ToldRung[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly checklist: Readonly<Record<string, ChecklistEntry>>;
  /** `seq` of the last event that changed what is shown; part of what is signed. */
  readonly version: number;
  /** Links issued before this `seq` no longer open the step. */
  readonly linksFrom: number;
  /** The procedure of the site in force when it was asked. */
  readonly procedure?: Procedure | undefined;
  /** Journeys in flight that a change concerns, as they stood then. */
  readonly concerned?: ConcernedInFlight | undefined;
  readonly assignedTo?: string;
  /** Who claimed it last, until when it counts. */
  readonly claim?: StepClaim;
  readonly decision?: Decision;
}

export interface PhaseRecord {
  readonly phase: PhaseName;
  readonly round: number;
  /** Name of the visit in the follow-up plan, e.g. `M6`. */
  readonly visit?: string;
  /** `seq` of the report, order or difference of identity a side phase is about. */
  readonly about?: number;
  /** Not before this instant is anybody asked in it (a deferral). */
  readonly notBefore?: Instant;
  readonly enteredAt: Instant;
  readonly endedAt?: Instant;
  readonly outcome?: PhaseOutcome;
}

/** Something a person reported beside the steps. */
export interface Report {
  readonly seq: number;
  readonly report: ReportName;
  /** The step from whose page it was reported. */
  readonly at: StepRef;
  readonly values: Readonly<Record<string, unknown>>;
  /** Who did it. */
  readonly by: Actor;
  /** The paper it was entered from, and the user id of who entered it. */
  readonly paper?: Paper;
  readonly enteredBy?: string;
  readonly occurredAt: Occurrence;
  readonly recordedAt: Instant;
  /** Empty where it was signed elsewhere, and carried here. */
  readonly contentHash: string;
  /** Why a gate was closed that it lets somebody pass. */
  readonly closedBy?: readonly string[];
  readonly carriedFrom?: EventData<'alarm.carried'>['from'];
}

/** What was entered from paper, as it stood there: kept whatever becomes of the record, for who compares the two. */
export interface Transcribed {
  readonly seq: number;
  readonly step: StepName;
  /** The decision, the item of the checklist with its container, or the report. */
  readonly what: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly by: Actor;
  readonly paper: Paper;
  readonly enteredBy: string;
  readonly occurredAt: Occurrence;
}

/** What was corrected after it was signed, and by whom. */
export interface Corrected {
  /** Of the event that corrects. */
  readonly seq: number;
  /** Of the event that is corrected. */
  readonly of: number;
  /** The step whose record it is. */
  readonly key: StepKey;
  /** The decision, or the item of the checklist with its container. */
  readonly what: string;
  /** Who did what is corrected, in the role in which it was signed. */
  readonly doneBy: Actor;
  /** Where in the evidence; without it, when it happened. */
  readonly path?: string;
  readonly from: StatedValue;
  readonly to: StatedValue;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
  /** Clocks that it moved. */
  readonly moved: readonly string[];
  /** A limit that would allow more: it counts once somebody has signed it. */
  readonly counts?: 'once-signed' | undefined;
  /** What read the value; missing where the event is of an earlier release. */
  readonly readBy?: EventData<'time.corrected'>['readBy'];
}

/** A mail that did not reach its reader. */
export interface Bounce {
  readonly seq: number;
  readonly at: Instant;
  readonly key?: StepKey;
  readonly rung: string;
  readonly messageId: string;
  readonly calledNext: boolean;
}

/** A date of the plan as people were last told it. */
export interface ToldDate {
  readonly item: PlanItemName;
  readonly number: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Of the change of the plan that told it. */
  readonly sequence: number;
}

export interface Hold {
  readonly seq: number;
  readonly from: Instant;
  readonly reason: string;
  readonly until?: Instant;
}

export interface Deviation {
  readonly seq: number;
  readonly kind: string;
  readonly class: 'minor' | 'major' | 'critical';
  readonly phase: PhaseName;
  readonly round: number;
  readonly step: StepName;
  readonly detail: string;
  readonly at: Instant;
  /** `seq` of the report it was opened with. */
  readonly report?: number | undefined;
  /** `seq` of the event by which it was found, where one commit had no room for all. */
  readonly found?: number | undefined;
}

/** Everything the log of a journey, or of a case, says, folded. Instants of clocks are not kept here: they are computed (`clocks/`). */
export interface JourneyState {
  readonly id: string;
  readonly seq: number;
  readonly openedAt: Instant;
  readonly protocol: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly site: JourneySite;
  /** Pseudonym; none in a case of the quality system. */
  readonly patient?: string;
  /** What a case is about, in a log that is of a site and of no patient. */
  readonly qualityCase?: QualityCase;
  readonly order: OpeningOrder;
  /** Orders that came while the journey was open. */
  readonly orders: readonly OrderRecord[];
  /** What senders said otherwise of who the patient is, oldest first. */
  readonly identityClaims: readonly IdentityClaim[];
  readonly run: number;
  readonly runStartedAt: Instant;
  readonly runReasons: readonly { readonly at: Instant; readonly reason: string }[];
  readonly phases: readonly PhaseRecord[];
  readonly steps: Readonly<Record<StepKey, StepState>>;
  readonly holds: readonly Hold[];
  readonly corrections: Readonly<Record<number, Occurrence>>;
  readonly deviations: readonly Deviation[];
  /** Deviations that are known and not opened yet, in their order. */
  readonly found: readonly (FoundDeviation & { readonly seq: number; readonly at: Instant })[];
  readonly reports: readonly Report[];
  /** By the `seq` of its event. */
  readonly transcribed: Readonly<Record<number, Transcribed>>;
  /** By the `seq` of the event that corrects. */
  readonly corrected: Readonly<Record<number, Corrected>>;
  readonly bounces: readonly Bounce[];
  /** What people were last told of the plan, and how often it changed. The plan itself is computed (`plan/`). */
  readonly plan: { readonly sequence: number; readonly items: Readonly<Record<ItemKey, ToldDate>> };
  /** How the course ended, while what is left of it is still put in order. */
  readonly closing?: { readonly outcome: JourneyOutcome; readonly at: Instant };
  readonly closed?: { readonly outcome: JourneyOutcome; readonly at: Instant };
  /** Events that did not fit the state they met. A journey with anomalies is shown to operations, never hidden. */
  readonly anomalies: readonly { readonly seq: number; readonly why: string }[];
}

export const openSteps = ofState((state): readonly StepState[] =>
  Object.values(state.steps).filter(({ status }) => status === 'open'),
);

const byName = ofState(({ steps }) => Map.groupBy(Object.values(steps), ({ step }) => step));

/** The steps of this name in any round, oldest first. */
export const stepsNamed = (state: JourneyState, name: StepName): readonly StepState[] => byName(state).get(name) ?? [];

export const activePhases = (state: JourneyState): readonly PhaseRecord[] =>
  state.phases.filter(({ endedAt }) => endedAt === undefined);

/** The course is the one path; everything else runs beside it. */
export const isCoursePhase = (phase: PhaseName): phase is CoursePhase =>
  (COURSE_PHASES as readonly PhaseName[]).includes(phase);

export const isActive = (state: JourneyState, name: PhaseName): boolean =>
  activePhases(state).some(({ phase }) => phase === name);

/** Reports of one kind, oldest first. */
export const reportsOf = (state: JourneyState, name: ReportName): readonly Report[] =>
  state.reports.filter(({ report }) => report === name);

export const isHeld = (state: JourneyState): boolean => state.holds.some(({ until }) => until === undefined);

/** The newest round of a phase, whether it goes on or has ended. */
export const newestRound = (state: JourneyState, phase: PhaseName): PhaseRecord | undefined =>
  state.phases.findLast((record) => record.phase === phase);

/** What was decided on a step in one round of its phase; undefined where it was not, or the phase was never entered. */
export const decisionIn = (
  state: JourneyState,
  record: Pick<PhaseRecord, 'phase' | 'round'> | undefined,
  step: StepName,
): Decision | undefined =>
  record === undefined ? undefined : state.steps[stepKey({ phase: record.phase, round: record.round, step })]?.decision;

/** The newest decision a person took on a step in any round, or undefined. Where nobody was asked again, the one before stands. */
export function latestDecision(state: JourneyState, step: StepName): (Decision & StepRef) | undefined {
  let latest: (Decision & StepRef) | undefined;
  for (const entry of stepsNamed(state, step)) {
    if (entry.decision === undefined || entry.decision.decision === NOT_NEEDED) continue;
    if (latest === undefined || entry.decision.seq > latest.seq) {
      latest = { ...entry.decision, phase: entry.phase, round: entry.round, step: entry.step };
    }
  }
  return latest;
}

/** When the event with this `seq` happened, as last corrected. */
export const effectiveTime = (state: JourneyState, entry: { seq: number; occurredAt: Occurrence }): Occurrence =>
  state.corrections[entry.seq] ?? entry.occurredAt;
