import { entryKey } from '../steps/checklists.ts';
import type { ChecklistEntry, JourneyState, StepState } from './state.ts';

/** Comparisons of identity, each with what is done under it to the same container; where none is named, the decision itself. */
const COMPARED: readonly { readonly item: string; readonly doneUnderIt?: string }[] = [
  { item: 'patient-identified' },
  { item: 'identity-checked-before-thaw', doneUnderIt: 'thaw-started' },
  { item: 'identity-checked', doneUnderIt: 'infusion-started' },
];

/**
 * When a mismatch of identity was resolved, what was compared before counts no longer at the steps still open: the whole
 * check is done again (design 2.11). What was already done under a comparison keeps it, as it was.
 */
export const checkedAnew = (steps: JourneyState['steps'], version: number): JourneyState['steps'] =>
  Object.fromEntries(
    Object.entries(steps).map(([key, step]) => {
      if (step.status !== 'open') return [key, step];
      const kept = Object.entries(step.checklist).filter(([name]) => !isToCompareAgain(step, name));
      const same = kept.length === Object.keys(step.checklist).length;
      return [key, same ? step : { ...step, version, checklist: Object.fromEntries<ChecklistEntry>(kept) }];
    }),
  );

function isToCompareAgain({ checklist }: StepState, name: string): boolean {
  const at = name.indexOf('#');
  const recorded = at === -1 ? name : name.slice(0, at);
  const container = at === -1 ? undefined : name.slice(at + 1);
  const compared = COMPARED.find(({ item }) => recorded === item || recorded === `${item}-second`);
  if (compared === undefined) return false;
  return compared.doneUnderIt === undefined || checklist[entryKey(compared.doneUnderIt, container)] === undefined;
}
