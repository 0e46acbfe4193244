import { asksFor } from '../competence/lapsing.ts';
import { TASKS, type Task, taskOf } from '../competence/tasks.ts';
import type { StepName } from '../vocabulary.ts';
import type { Person } from './permission.ts';
import { RECORD, REPORT, type Submission } from './submission.ts';

type Doer = Pick<Person, 'competence'> | undefined;

/**
 * Whether what is signed asks for a task in which whoever does it was trained by a procedure: then, and only then, it is read which
 * version of that is in force. A report may let a person pass any task of the step.
 */
export function asksTraining(
  step: StepName,
  { decision, evidence }: Pick<Submission, 'decision' | 'evidence'>,
  doer: Doer,
): boolean {
  if (decision === REPORT) return TASKS.some((task) => asksFor(step, task) && isByProcedure(doer, task));
  const { item } = evidence;
  const task = taskOf(step, decision === RECORD && typeof item === 'string' ? item : undefined);
  return task !== undefined && isByProcedure(doer, task);
}

const isByProcedure = (doer: Doer, task: Task): boolean =>
  (doer?.competence?.[task] ?? []).some(({ procedure }) => procedure !== undefined);
