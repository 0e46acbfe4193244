import { deadlineOf } from '../clocks/deadline.ts';
import { signedBy } from '../events/acts-as.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { correctionsOf } from '../journey/corrected.ts';
import { correctedSince, type ReadOfCorrection, readOf } from '../journey/read-of-correction.ts';
import { roleOf } from '../journey/role-of.ts';
import {
  effectiveTime,
  type JourneyState,
  openSteps,
  type StepClaim,
  type StepKey,
  type StepState,
} from '../journey/state.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import { planOf } from '../plan/plan.ts';
import type { PlanItem } from '../plan/plan-item.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Instant } from '../time.ts';
import type { JourneyOutcome, PhaseName, Role, StepName } from '../vocabulary.ts';

/** One thing that happened. */
export type Happened = { readonly at: Instant } & (
  | { readonly what: 'phase'; readonly phase: PhaseName; readonly round: number }
  | {
      readonly what: 'decided';
      readonly step: StepName;
      readonly decision: string;
      readonly by: string;
      readonly onBehalfOf?: string;
      /** Steps of which something was corrected since that this one rests on. */
      readonly correctedSince?: readonly StepName[];
    }
  | { readonly what: 'reported'; readonly report: string; readonly by: string; readonly onBehalfOf?: string }
  | { readonly what: 'deviation'; readonly kind: string }
  | {
      readonly what: 'corrected';
      readonly step: StepName;
      readonly from: string;
      readonly to: string;
      readonly signedAgain: boolean;
      /** It counts once it is signed. */
      readonly waits?: true;
      readonly read?: ReadOfCorrection;
    }
  | { readonly what: 'held' | 'resumed' }
  | { readonly what: 'closed'; readonly outcome: JourneyOutcome }
);

/** A step that waits for somebody. */
export interface Waiting {
  /** Names the occurrence of the step. */
  readonly key: StepKey;
  readonly step: StepName;
  readonly role: Role;
  readonly assignedTo?: string;
  /** As it was claimed last: it ends by itself. */
  readonly claim?: StepClaim;
  readonly dueAt: Instant;
}

export interface Timeline {
  /** Newest first. */
  readonly happened: readonly Happened[];
  readonly waiting: readonly Waiting[];
  readonly coming: readonly PlanItem[];
}

/** What happened in a journey, who holds it, and what comes: all from its log. */
export function timelineOf(state: JourneyState, events: readonly JourneyEvent[], protocol: Protocol): Timeline {
  const waiting = openSteps(state).map(
    (step): Waiting => ({
      key: step.key,
      step: step.step,
      role: roleOf(state, step),
      ...(step.assignedTo === undefined ? {} : { assignedTo: step.assignedTo }),
      ...(step.claim === undefined ? {} : { claim: step.claim }),
      dueAt: deadlineOf(state, step, protocol).at,
    }),
  );
  return {
    happened: happenedIn(state, events)
      .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
      .toReversed(),
    waiting: waiting.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1)),
    coming: planOf(state, protocol)
      .filter(({ basis }) => basis !== 'done')
      .toSorted((one, other) => (one.from < other.from ? -1 : 1)),
  };
}

function happenedIn(state: JourneyState, events: readonly JourneyEvent[]): readonly Happened[] {
  const at = (seq: number): Instant => events[seq - 1]?.occurredAt.at ?? state.openedAt;
  const decided = Object.values(state.steps).flatMap((one): Happened[] => {
    const { step, decision } = one;
    return decision === undefined || decision.decision === NOT_NEEDED
      ? []
      : [
          {
            what: 'decided',
            at: effectiveTime(state, decision).at,
            step,
            decision: decision.decision,
            ...signedBy(decision.by),
            ...sinceIn(state, one),
          },
        ];
  });
  return [
    ...state.phases.map(({ phase, round, enteredAt }): Happened => ({ what: 'phase', at: enteredAt, phase, round })),
    ...decided,
    ...state.reports.map(
      (made): Happened => ({
        what: 'reported',
        at: effectiveTime(state, made).at,
        report: made.report,
        ...signedBy(made.by),
      }),
    ),
    ...state.deviations.map(({ seq, kind }): Happened => ({ what: 'deviation', at: at(seq), kind })),
    ...correctedIn(state),
    ...state.holds.flatMap(({ from, until }): Happened[] => [
      { what: 'held', at: from },
      ...(until === undefined ? [] : [{ what: 'resumed' as const, at: until }]),
    ]),
    ...(state.closed === undefined
      ? []
      : [{ what: 'closed' as const, at: state.closed.at, outcome: state.closed.outcome }]),
  ];
}

/** What was corrected since it was signed, and whether somebody signed it again. */
const correctedIn = (state: JourneyState): readonly Happened[] =>
  Object.keys(state.corrected).length === 0
    ? []
    : Object.values(state.steps).flatMap((step) =>
        correctionsOf(state, step).map(
          (one): Happened => ({
            what: 'corrected',
            at: one.at,
            step: step.step,
            from: String(one.from),
            to: String(one.to),
            signedAgain: one.signedAgain,
            ...(one.waits ? { waits: true } : {}),
            ...(one.readBy === undefined ? {} : { read: readOf(one) }),
          }),
        ),
      );

function sinceIn(state: JourneyState, step: StepState): { readonly correctedSince?: readonly StepName[] } {
  const since = correctedSince(state, step).flatMap(({ key }) => state.steps[key]?.step ?? []);
  return since.length === 0 ? {} : { correctedSince: [...new Set(since)] };
}
