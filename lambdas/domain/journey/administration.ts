import { type ChecklistEntry, type JourneyState, openSteps, type StepState } from './state.ts';

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

/** The administration of which something was recorded, while nobody signed yet what was given: it may be more than is written down. */
export const unsignedAdministration = (state: JourneyState): StepState | undefined =>
  openSteps(state).find(({ step, checklist }) => step === 'Give the product' && Object.keys(checklist).length > 0);
