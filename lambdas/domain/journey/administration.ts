import { type ChecklistEntry, type JourneyState, openSteps, type StepState } from './state.ts';

/** All entries of an item, one for each container or occurrence, in the order in which they were recorded. */
export const entriesOf = ({ checklist }: StepState, item: string): readonly ChecklistEntry[] =>
  Object.entries(checklist)
    .filter(([key]) => key === item || key.startsWith(`${item}#`))
    .map(([, entry]) => entry)
    .toSorted((one, other) => one.seq - other.seq);

/** The entry of an item that happened first, by its stated time. */
export const firstOf = (step: StepState, item: string): ChecklistEntry | undefined =>
  entriesOf(step, item).toSorted((one, other) => (one.occurredAt.at < other.occurredAt.at ? -1 : 1))[0];

/** The administration of which something was recorded, while nobody signed yet what was given: it may be more than is written down. */
export const unsignedAdministration = (state: JourneyState): StepState | undefined =>
  openSteps(state).find(({ step, checklist }) => step === 'Give the product' && Object.keys(checklist).length > 0);
