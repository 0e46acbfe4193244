import type { Lapsing } from '../renewals/renewal-ladder.ts';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import type { StaffCompetence, Standing } from './competence.ts';
import { TASKS, type Task, taskOf } from './tasks.ts';
import { newerThanTrained } from './trained-in.ts';

/**
 * Until when somebody is competent in each task: by the assessment that counts longest, of those in a version of the procedure that they
 * may still do it by where there is one. What was taken back does not lapse.
 */
export const lapsingOf = (
  owner: string,
  competence: StaffCompetence = {},
  documents?: Parameters<typeof newerThanTrained>[1],
): readonly Lapsing[] =>
  TASKS.flatMap((name) => {
    const standing = (competence[name] ?? []).filter(({ revokedAt }) => revokedAt === undefined);
    const isCurrent = (one: Standing) => documents === undefined || newerThanTrained(one, documents) === undefined;
    const longest = standing.find(isCurrent) ?? standing[0];
    return longest === undefined ? [] : [{ what: 'competence', name, lastDay: longest.validUntil, owner }];
  });

/** Whether a step, or an item of its checklist, asks for a task. */
export const asksFor = (step: StepName, task: Task): boolean =>
  [undefined, ...(steps[step].checklist?.items ?? []).map(({ item }) => item)].some(
    (item) => taskOf(step, item) === task,
  );
