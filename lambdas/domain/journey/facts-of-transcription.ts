import type { MaybeFact } from './fact.ts';
import { effectiveTime, type JourneyState, type StepState } from './state.ts';
import { transcribedFor } from './transcriptions.ts';

/** What was entered from paper, value by value, for who compares it; the names of the values are those of the evidence. */
export function transcribedFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const transcribed = transcribedFor(state, step);
  if (transcribed === undefined) return [];
  const { paper, what, values, by, reason } = transcribed;
  return [
    ['paperReference', paper.reference],
    ['paperScan', paper.scan?.sha256 ?? paper.sha256],
    ['transcribedStep', transcribed.step],
    ['transcribedWhat', what, transcribed.step],
    ['transcribedBy', by.kind === 'person' ? by.id : undefined],
    ['transcribedInPlaceOf', by.kind === 'person' ? by.onBehalfOf : undefined],
    ['transcribedTime', effectiveTime(state, transcribed).at],
    ...leaves(values, []),
    ['transcribedValue', reason, 'reason'],
  ];
}

/** Each value of evidence by its path. */
function leaves(value: unknown, path: readonly string[]): readonly MaybeFact[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]));
  }
  return value === undefined ? [] : [['transcribedValue', String(value), path.join('.')]];
}
