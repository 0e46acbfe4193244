import { containersToAccount } from '../../lambdas/domain/journey/containers.ts';
import { donationsToAccount } from '../../lambdas/domain/journey/donation-accounts.ts';
import type { JourneyState } from '../../lambdas/domain/journey/state.ts';
import { accounted, containerFates, donationFates } from '../../scenarios/usual-accounts.ts';
import type { Course } from '../scenario/course.ts';
import type { Answer } from '../scenario/scenario.ts';
import type { Told } from './told.ts';

/** What became of the containers and donations that the journey still has to account for, round by round. */
export function accountsOf(course: Course, { received }: Told, state: JourneyState | undefined): readonly Answer[] {
  if (state === undefined) return [];
  const { ids } = course;
  const left = containersToAccount(state);
  const fate = received ? 'destroyed' : 'not-delivered';
  const accounts = [...new Set(left.map(({ batch }) => batch))].flatMap((batch) => {
    const containers = left.filter((one) => one.batch === batch).map(({ container }) => container);
    return containerFates(course, roundOf(ids.batch, batch), fate, containers).accounts;
  });
  const donations = donationsToAccount(state).map(
    (donation) => [roundOf(ids.donation, donation), 'destroyed'] as const,
  );
  return accounted(() => ({
    ...(accounts.length === 0 ? {} : { accounts }),
    ...(donations.length === 0 ? {} : donationFates(course, donations)),
  })).answers;
}

/** The round that a number of this course is of. */
function roundOf(numberOf: (round: number) => string, number: string): number {
  for (let round = 1; round < 20; round += 1) if (numberOf(round) === number) return round;
  throw new Error(`Number ${number}: expected one of this course`);
}
