import type { ChecklistEntry, StepState } from './state.ts';

/** All entries of an item, one for each container or occurrence, in the order in which they were recorded. */
export function entriesOf({ checklist }: StepState, item: string): readonly ChecklistEntry[] {
  const entries: ChecklistEntry[] = [];
  for (const key in checklist) {
    const entry = checklist[key];
    if (entry !== undefined && key.startsWith(item) && (key.length === item.length || key[item.length] === '#'))
      entries.push(entry);
  }
  return entries.length < 2 ? entries : entries.sort((one, other) => one.seq - other.seq);
}

/** The entry of an item that happened first, by its stated time. */
export const firstOf = (step: StepState, item: string): ChecklistEntry | undefined =>
  entriesOf(step, item).reduce<ChecklistEntry | undefined>(
    (first, entry) => (first === undefined || entry.occurredAt.at < first.occurredAt.at ? entry : first),
    undefined,
  );
