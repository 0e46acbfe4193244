import type { Outcome } from '../../../lambdas/domain/outcome.ts';
import type { StaffChange } from '../../../lambdas/domain/staff/staff-change.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';

/** Who changes the register and why: kept with every change. */
export const STATED_OPTIONS = {
  by: {
    type: 'string',
    required: true,
    description: 'user id of who keeps the register: qa or programme-lead at the site',
  },
  why: { type: 'string', required: true, description: 'reason, kept with the change' },
} as const;

/** What an outcome holds, or trouble with the sentence of its refusal. */
export function doneOr<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Trouble(outcome.refusal.message);
  return outcome.value;
}

const shown = (value: unknown): string =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** One change of an entry in words. */
export function changeText(id: string, change: StaffChange | undefined): string {
  if (change === undefined) return `${id}: as it was`;
  const fields = (change.fields ?? []).map(({ field, from, to }) => `${field} ${shown(from)} → ${shown(to)}`);
  return `${id}: ${[change.what, ...fields].join('; ')}`;
}

export const printChange = (id: string, change: StaffChange | undefined): void => print(changeText(id, change));
