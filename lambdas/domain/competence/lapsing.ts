import type { Lapsing } from '../renewals/renewal-ladder.ts';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import type { StaffCompetence } from './competence.ts';
import { TASKS, type Task, taskOf } from './tasks.ts';

/** Until when somebody is competent in each task: by the assessment that counts longest. What was taken back does not lapse. */
export const lapsingOf = (owner: string, competence: StaffCompetence = {}): readonly Lapsing[] =>
  TASKS.flatMap((name) => {
    const longest = (competence[name] ?? []).find(({ revokedAt }) => revokedAt === undefined);
    return longest === undefined ? [] : [{ what: 'competence', name, lastDay: longest.validUntil, owner }];
  });

/** Whether a step, or an item of its checklist, asks for a task. */
export const asksFor = (step: StepName, task: Task): boolean =>
  [undefined, ...(steps[step].checklist?.items ?? []).map(({ item }) => item)].some(
    (item) => taskOf(step, item) === task,
  );
