import type { EventData } from '../events/data.ts';
import type { PhaseName, PhaseOutcome } from '../vocabulary.ts';
import { type Scribe, system } from './scribe.ts';
import { activePhases, openSteps, type PhaseRecord } from './state.ts';

const PATHWAY = system('pathway');

/** Enters the next round of a phase. */
export function enter(
  scribe: Scribe,
  phase: PhaseName,
  more: Pick<EventData<'phase.entered'>, 'about' | 'notBefore'> = {},
): void {
  const round = scribe.state.phases.filter((record) => record.phase === phase).length + 1;
  scribe.write('phase.entered', { phase, round, ...more }, PATHWAY);
}

/** Ends a phase: its steps still open are withdrawn, so that nobody is left with something nobody waits for. */
export function endPhase(
  scribe: Scribe,
  { phase, round }: Pick<PhaseRecord, 'phase' | 'round'>,
  outcome: PhaseOutcome,
  because = `${phase} ended: ${outcome}`,
): void {
  for (const step of openSteps(scribe.state)) {
    if (step.phase === phase && step.round === round) {
      scribe.write('step.withdrawn', { phase, round, step: step.step, because }, PATHWAY);
    }
  }
  scribe.write('phase.ended', { phase, round, outcome }, PATHWAY);
}

/** Ends every active phase of these names, as overtaken by what happened elsewhere. */
export function endAll(
  scribe: Scribe,
  which: (phase: PhaseName) => boolean,
  outcome: PhaseOutcome,
  because: string,
): void {
  for (const record of activePhases(scribe.state)) {
    if (which(record.phase)) endPhase(scribe, record, outcome, because);
  }
}
