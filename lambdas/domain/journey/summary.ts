import { deadlineOf } from '../clocks/deadline.ts';
import { nextDue } from '../clocks/next-due.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Instant } from '../time.ts';
import type { Bindings } from './effects.ts';
import { lostBy } from './lost.ts';
import { activePhases, isCoursePhase, isHeld, type JourneyState, openSteps } from './state.ts';

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
}

export function summaryOf(state: JourneyState, protocol: Protocol, bindings: Bindings, now: Instant): JourneySummary {
  const open = openSteps(state);
  const course = activePhases(state).find(({ phase }) => isCoursePhase(phase));
  const stepDueAt = open.map((step) => deadlineOf(state, step, protocol).at).sort()[0];
  const nextDueAt = nextDue(state, protocol);
  return {
    journeyId: state.id,
    site: state.site.id,
    protocol: state.protocol.id,
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
  };
}

/** Where a journey is once no phase of the course is active. */
function phaseBesideCourse(state: JourneyState): string {
  if (state.closed !== undefined) return 'Closed';
  if (state.closing !== undefined) return 'Closure';
  return lostBy(state) === undefined ? 'FollowUp' : 'LostToFollowUp';
}
