import type { StepState } from '../journey/state.ts';
import type { Refusal } from '../outcome.ts';
import type { Role } from '../vocabulary.ts';
import type { ChecklistItem } from './step.ts';

/** The same item once more, by a second person: both read the label themselves. */
export const secondPersonItem = (first: ChecklistItem, roles: readonly Role[]): ChecklistItem => ({
  ...first,
  item: `${first.item}-second`,
  meaning: `${first.meaning} I am the second person, and read it myself.`,
  roles,
  secondTo: first.item,
});

/** Key of an entry in a step's checklist: the item, and which container or which of many it is. */
export const entryKey = (item: string, qualifier?: string): string =>
  qualifier === undefined ? item : `${item}#${qualifier}`;

/** The items a decision rests on that nobody recorded yet. */
export function missingItems(
  { checklist }: StepState,
  items: readonly ChecklistItem[],
  containers: readonly string[] = [],
): Refusal | null {
  const keys = items.flatMap(({ item, per }) =>
    per === 'many' ? [] : per === 'container' ? containers.map((one) => entryKey(item, one)) : [item],
  );
  const missing = keys.filter((key) => checklist[key] === undefined);
  return missing.length === 0
    ? null
    : {
        code: 'invalid',
        message: `Checklist: expected every event to be recorded first, missing ${missing.join(', ')}`,
        detail: { path: 'checklist', problem: 'checklist-incomplete', missing },
      };
}
