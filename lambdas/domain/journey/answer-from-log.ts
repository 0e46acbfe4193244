import type { StepRef } from '../events/data.ts';
import { outlasts } from './closing.ts';
import { cancelled, decided, type Envelope, superseded } from './envelope.ts';
import { type JourneyState, stepKey } from './state.ts';

/** What a step answers at once because the log already knows; undefined when it must wait for a person. */
export function answerFromLog(state: JourneyState, asked: StepRef & { readonly run: number }): Envelope | undefined {
  const isOver = !outlasts(asked.phase) && (state.closing ?? state.closed)?.outcome === 'cancelled';
  if (isOver) return cancelled;
  if (asked.run < state.run) return superseded;
  const step = state.steps[stepKey(asked)];
  if (step?.decision !== undefined) return decided(step.decision.decision);
  if (state.closed !== undefined || step?.status === 'withdrawn') return superseded;
  const active = state.phases.some(
    ({ phase, round, endedAt }) => phase === asked.phase && round === asked.round && endedAt === undefined,
  );
  return active ? undefined : superseded;
}
