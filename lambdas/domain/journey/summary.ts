import { deadlineOf } from '../clocks/deadline.ts';
import { nextDue } from '../clocks/next-due.ts';
import type { QualityCase } from '../events/site-data.ts';
import type { PlanItemName } from '../plan/plan-item.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import type { Instant } from '../time.ts';
import type { PhaseName, Role, StepName } from '../vocabulary.ts';
import type { Bindings } from './effects.ts';
import { lostBy } from './lost.ts';
import { partsInCare } from './parts-in-care.ts';
import { dayZero, productExpiry } from './product.ts';
import { roleOf } from './role-of.ts';
import {
  activePhases,
  isCoursePhase,
  isHeld,
  type JourneyState,
  openSteps,
  type StepClaim,
  type StepState,
} from './state.ts';

/** A journey in one line: what worklists, the dashboard and the sweep read. Written with every commit, never decided from. */
export interface JourneySummary {
  readonly journeyId: string;
  readonly site: string;
  readonly protocol: string;
  readonly status: 'open' | 'held' | 'closed';
  readonly phase: string;
  readonly run: number;
  readonly runStartedAt: Instant;
  readonly openSteps: readonly string[];
  /** The earliest due instant of an open step. */
  readonly stepDueAt?: Instant;
  /** A phase that no state machine waits in: for seconds between two steps; longer, the execution was lost. */
  readonly unattended: boolean;
  readonly changedAt: Instant;
  /** When the journey next needs attention by itself. */
  readonly nextDueAt?: Instant;
  readonly outcome?: string;
  readonly anomalies: number;
  /** Of a case of the quality system, which is of no patient. */
  readonly qualityCase?: QualityCase['kind'];
  /** Pseudonym of the patient. Lines written by earlier releases have neither this nor what follows. */
  readonly patient?: string;
  /** Roles that have a part in the care of this patient so far. */
  readonly parts?: readonly Role[];
  readonly open?: readonly OpenStepLine[];
  /** Dates of the plan as people were last told them, that were still to come. */
  readonly dates?: readonly PlannedDate[];
  /** When the certified product expires, until it was given. */
  readonly productExpiresAt?: Instant;
}

/** An open step in one line. */
export interface OpenStepLine {
  readonly step: StepName;
  readonly phase: PhaseName;
  readonly round: number;
  readonly dueAt: Instant;
  readonly assignedTo?: string;
  /** As it was when the line was written: it ends by itself. */
  readonly claim?: StepClaim;
  /** Who signs, where it is not the role that the step has elsewhere. */
  readonly role?: Role;
}

export interface PlannedDate {
  readonly item: PlanItemName;
  readonly number: number;
  readonly from: Instant;
}

export function summaryOf(state: JourneyState, protocol: Protocol, bindings: Bindings, now: Instant): JourneySummary {
  const open = openSteps(state);
  const course = activePhases(state).find(({ phase }) => isCoursePhase(phase));
  const dues = open.map((step) => deadlineOf(state, step, protocol).at);
  const stepDueAt = dues.toSorted()[0];
  const nextDueAt = nextDue(state, protocol);
  return {
    journeyId: state.id,
    site: state.site.id,
    protocol: subjectOf(state),
    status: state.closed !== undefined ? 'closed' : isHeld(state) ? 'held' : 'open',
    phase: course?.phase ?? phaseBesideCourse(state),
    run: state.run,
    runStartedAt: state.runStartedAt,
    openSteps: open.map(({ step }) => step),
    unattended: activePhases(state).some(
      ({ phase, round }) =>
        !Object.values(bindings).some(
          ({ ref, run }) => ref.phase === phase && ref.round === round && run === state.run,
        ),
    ),
    changedAt: now,
    ...(stepDueAt === undefined ? {} : { stepDueAt }),
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    ...(state.closed === undefined ? {} : { outcome: state.closed.outcome }),
    anomalies: state.anomalies.length,
    ...(state.qualityCase === undefined ? {} : { qualityCase: state.qualityCase.kind }),
    ...(state.patient === undefined ? {} : { patient: state.patient }),
    parts: partsInCare(state),
    open: open.map((step, index) => lineOf(state, step, { dueAt: dues[index] ?? now, now })),
    dates: datesToCome(state, now),
    ...expiryOf(state),
  };
}

function lineOf(
  state: JourneyState,
  { step, phase, round, assignedTo, claim }: StepState,
  { dueAt, now }: { readonly dueAt: Instant; readonly now: Instant },
): OpenStepLine {
  const role = roleOf(state, { step, phase, round });
  return {
    step,
    phase,
    round,
    dueAt,
    ...(assignedTo === undefined ? {} : { assignedTo }),
    ...(claim === undefined || claim.until <= now ? {} : { claim }),
    ...(role === steps[step].role ? {} : { role }),
  };
}

/** What a line is about: the protocol of a journey; the change or the deviation of a case. */
export const subjectOf = ({ qualityCase, protocol }: JourneyState): string =>
  qualityCase === undefined ? protocol.id : qualityCase.kind === 'change-control' ? qualityCase.id : qualityCase.title;

/** Enough for every date before day 0; a list shows the first. */
const MOST_DATES = 8;

const datesToCome = ({ plan }: JourneyState, now: Instant): readonly PlannedDate[] =>
  Object.values(plan.items)
    .filter(({ until }) => until >= now)
    .map(({ item, number, from }) => ({ item, number, from }))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .slice(0, MOST_DATES);

function expiryOf(state: JourneyState): Pick<JourneySummary, 'productExpiresAt'> {
  const at = dayZero(state) === undefined && state.closed === undefined ? productExpiry(state) : undefined;
  return at === undefined ? {} : { productExpiresAt: at };
}

/** Where a journey is once no phase of the course is active. */
function phaseBesideCourse(state: JourneyState): string {
  if (state.closed !== undefined) return 'Closed';
  if (state.qualityCase !== undefined) return activePhases(state)[0]?.phase ?? 'Closed';
  if (state.closing !== undefined) return 'Closure';
  return lostBy(state) === undefined ? 'FollowUp' : 'LostToFollowUp';
}
