import { containersToAccount } from '../../lambdas/domain/journey/containers.ts';
import type { JourneyState } from '../../lambdas/domain/journey/state.ts';
import { accounts } from '../../scenarios/usual-answers.ts';
import type { Course } from '../scenario/course.ts';
import type { Answer, Moment } from '../scenario/scenario.ts';
import type { Told } from './told.ts';

/** What became of the containers that the journey still has to account for, batch by batch. */
export function accountsOf(course: Course, { received }: Told, state: JourneyState | undefined): readonly Answer[] {
  const left = state === undefined ? [] : containersToAccount(state);
  const fate = received ? 'destroyed' : 'not-delivered';
  const rounds = [...new Set(left.map(({ batch }) => batch))].map((batch) => {
    const containers = left.filter((one) => one.batch === batch).map(({ container }) => container);
    return accounts(course, roundOf(course, batch), fate, containers).answers;
  });
  const evidence = (moment: Moment) => ({
    accounts: rounds.flatMap((answers) => answers.flatMap((answer) => accountsIn(answer, moment))),
  });
  return rounds[0]?.map((answer) => ({ ...answer, evidence })) ?? [];
}

const accountsIn = ({ evidence }: Answer, moment: Moment): readonly unknown[] => {
  const told = evidence?.(moment).accounts;
  return Array.isArray(told) ? told : [];
};

/** The manufacturing round that a batch number is of. */
function roundOf({ ids }: Course, batch: string): number {
  for (let round = 1; round < 20; round += 1) if (ids.batch(round) === batch) return round;
  throw new Error(`Batch ${batch}: expected one of this course`);
}
