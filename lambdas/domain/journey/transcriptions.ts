import type { StepName } from '../vocabulary.ts';
import type { ChecklistEntry, Decision, JourneyState, Report, StepState } from './state.ts';

/** What was entered from paper: under which step, and what stands in the log of it. */
export interface Transcribed {
  readonly step: StepName;
  /** The decision, the item of the checklist or the report. */
  readonly what: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly record: Decision | ChecklistEntry | Report;
}

/** What a comparison is about, or undefined for any other step. */
export function transcribedFor(state: JourneyState, { phase, round }: StepState): Transcribed | undefined {
  if (phase !== 'Transcription') return undefined;
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  for (const { step, decision, checklist } of Object.values(state.steps)) {
    if (decision?.seq === about && decision !== undefined)
      return { step, what: decision.decision, values: decision.evidence, record: decision };
    const entry = Object.entries(checklist).find(([, { seq }]) => seq === about);
    if (entry !== undefined) return { step, what: entry[0], values: entry[1].values, record: entry[1] };
  }
  const report = state.reports.find(({ seq }) => seq === about);
  const asked = Object.values(state.steps).find(({ openedSeq }) => openedSeq < (about ?? 0));
  return report === undefined || asked === undefined
    ? undefined
    : { step: asked.step, what: report.report, values: report.values, record: report };
}
