import type { JourneyState, StepState, Transcribed } from './state.ts';

/** What a comparison is about, or undefined for any other step. */
export function transcribedFor(state: JourneyState, { phase, round }: StepState): Transcribed | undefined {
  if (phase !== 'Transcription') return undefined;
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  return about === undefined ? undefined : state.transcribed[about];
}
