import { RECORD, REPORT } from '../../domain/sign-off/submission.ts';
import { recordOf, reportOf } from '../../domain/steps/meanings.ts';
import type { JsonSchema, StepView } from '../views.ts';

/** Key of the form of a decision; items of a checklist and reports have one each, because each may ask something else. */
export const formKey = (decision: string, named: { readonly item?: string; readonly report?: string }): string => {
  if (decision === RECORD) return recordOf(named.item ?? '');
  return decision === REPORT ? reportOf(named.report ?? '') : decision;
};

/** What each form of a step may post, by `formKey`. */
export const schemasOf = ({
  evidenceSchema,
  checklist = [],
  reports = [],
}: Pick<StepView, 'evidenceSchema' | 'checklist' | 'reports'>): Readonly<Record<string, JsonSchema>> => ({
  ...evidenceSchema,
  ...Object.fromEntries(checklist.map(({ item, schema }) => [recordOf(item), schema])),
  ...Object.fromEntries(reports.map(({ report, schema }) => [reportOf(report), schema])),
});
