import { RECORD } from '../sign-off/submission.ts';
import type { StepName } from '../vocabulary.ts';
import { steps } from './index.ts';

/** Names an item of a checklist among the decisions of its step: `record:thaw-started`. */
export const recordOf = (item: string): string => `${RECORD}:${item}`;

/** What a signature means, by decision and, for the items of a checklist, by `recordOf(item)`; in the step's order. */
export function meaningsOf(step: StepName): Readonly<Record<string, string>> {
  const { decisions, checklist } = steps[step];
  return Object.fromEntries([
    ...Object.entries(decisions).map(([decision, { meaning }]) => [decision, meaning]),
    ...(checklist?.items ?? []).map(({ item, meaning }) => [recordOf(item), meaning]),
  ]);
}
