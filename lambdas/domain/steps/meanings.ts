import { reports } from '../reports/index.ts';
import { RECORD, REPORT } from '../sign-off/submission.ts';
import type { StepName } from '../vocabulary.ts';
import { steps } from './index.ts';

/** Names an item of a checklist among the decisions of its step: `record:thaw-started`. */
export const recordOf = (item: string): string => `${RECORD}:${item}`;

/** Names a report among the decisions of any step: `report:excursion`. */
export const reportOf = (report: string): string => `${REPORT}:${report}`;

/** What acknowledging an urgent notice means, at every step. */
export const ACKNOWLEDGE_MEANING = 'I have read this and act on it. The step itself is not decided by it.';

/** What entering from paper means, whatever is entered: who signs here did not do it, or not now. */
export const ENTERED_FROM_PAPER =
  'I have entered this as it stands on the paper record named here, which was signed by the person named here.';

/** What a signature means, by decision, by `recordOf(item)` for the items of a checklist, and by `reportOf(report)`; in the step's order. */
export function meaningsOf(step: StepName): Readonly<Record<string, string>> {
  const meanings = known.get(step) ?? gathered(step);
  known.set(step, meanings);
  return meanings;
}

const known = new Map<StepName, Readonly<Record<string, string>>>();

function gathered(step: StepName): Readonly<Record<string, string>> {
  const { decisions, checklist } = steps[step];
  return Object.fromEntries([
    ...Object.entries(decisions).map(([decision, { meaning }]) => [decision, meaning]),
    ...(checklist?.items ?? []).map(({ item, meaning }) => [recordOf(item), meaning]),
    ...Object.values(reports).map(({ report, meaning }) => [reportOf(report), meaning]),
  ]);
}
