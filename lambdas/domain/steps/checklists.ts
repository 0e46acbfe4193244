import { isSamePerson } from '../events/acts-as.ts';
import type { ChecklistEntry, StepState } from '../journey/state.ts';
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

/** The other item of a pair that two people record: of the second the first, and of the first the second. */
export const otherOfPair = (items: readonly ChecklistItem[], { item, secondTo }: ChecklistItem): string | undefined =>
  secondTo ?? items.find((one) => one.secondTo === item)?.item;

/** Key of the other of a pair, for the same container. */
export function otherKey(items: readonly ChecklistItem[], key: string): string | undefined {
  const [name = ''] = key.split('#');
  const asked = items.find(({ item }) => item === name);
  const other = asked === undefined ? undefined : otherOfPair(items, asked);
  return other === undefined ? undefined : `${other}${key.slice(name.length)}`;
}

/** What was recorded once under an item, for one container where it is about one; a second person's part by the first person is none. */
export function countedEntry(
  { checklist }: Pick<StepState, 'checklist'>,
  { item, secondTo }: Pick<ChecklistItem, 'item' | 'secondTo'>,
  qualifier?: string,
): ChecklistEntry | undefined {
  const entry = checklist[entryKey(item, qualifier)];
  const first = secondTo === undefined ? undefined : checklist[entryKey(secondTo, qualifier)];
  return entry !== undefined && first !== undefined && isSamePerson(entry.by, first.by) ? undefined : entry;
}

/** The items a decision rests on that nobody recorded yet. */
export function missingItems(
  step: Pick<StepState, 'checklist'>,
  items: readonly ChecklistItem[],
  containers: readonly string[] = [],
): Refusal | null {
  const missing = items.flatMap((one) => {
    if (one.per === 'many') return [];
    const qualifiers = one.per === 'container' ? containers : [undefined];
    return qualifiers.flatMap((qualifier) =>
      countedEntry(step, one, qualifier) === undefined ? [entryKey(one.item, qualifier)] : [],
    );
  });
  return missing.length === 0
    ? null
    : {
        code: 'invalid',
        message: `Checklist: expected every event to be recorded first, missing ${missing.join(', ')}`,
        detail: { path: 'checklist', problem: 'checklist-incomplete', missing },
      };
}
