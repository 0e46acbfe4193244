import type { MaybeFact } from './fact.ts';
import type { JourneyState, StepState } from './state.ts';
import { transcribedFor } from './transcriptions.ts';

/** What was entered from paper, value by value, for who compares it; the names of the values are those of the evidence. */
export function transcribedFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const transcribed = transcribedFor(state, step);
  if (transcribed === undefined) return [];
  const { record, what, values } = transcribed;
  return [
    ['paperReference', record.paper?.reference],
    ['paperScan', record.paper?.sha256],
    ['transcribedStep', transcribed.step],
    ['transcribedWhat', what, transcribed.step],
    ['transcribedBy', record.by.kind === 'person' ? record.by.id : undefined],
    ['transcribedTime', record.occurredAt.at],
    ...leaves(values, []),
  ];
}

/** Each value of evidence by its path. */
function leaves(value: unknown, path: readonly string[]): readonly MaybeFact[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => leaves(member, [...path, name]));
  }
  return value === undefined ? [] : [['transcribedValue', String(value), path.join('.')]];
}
