import type { StepRef } from '../events/data.ts';
import type { UnsealedEvent } from '../events/journey-event.ts';
import { isCoursePhase, type JourneyState, openSteps, type Report } from './state.ts';

/**
 * The step that a journey waits at: of the course, where it does; else the one that was asked last. What is carried here from elsewhere
 * was reported from none of its pages.
 */
export function whereItWaits(state: JourneyState): StepRef {
  const open = openSteps(state);
  const step = open.find(({ phase }) => isCoursePhase(phase)) ?? open.at(-1) ?? Object.values(state.steps).at(-1);
  return step === undefined
    ? { phase: 'Order', round: 1, step: 'Register the referral' }
    : { phase: step.phase, round: step.round, step: step.step };
}

/** What was carried from elsewhere, as a report of this journey. */
export const carriedReport = (
  state: JourneyState,
  { seq, data: { from, reportedBy, values }, occurredAt, recordedAt }: UnsealedEvent<'alarm.carried'>,
): Report => ({
  seq,
  report: 'storage-alarm',
  at: whereItWaits(state),
  values,
  by: reportedBy,
  occurredAt,
  recordedAt,
  contentHash: '',
  carriedFrom: from,
});
