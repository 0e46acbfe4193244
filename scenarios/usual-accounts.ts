import type { Course } from '../local/scenario/course.ts';
import type { Answer, StepScript } from '../local/scenario/scenario.ts';

/** Each container and each donation that is left, accounted for by the pharmacist. */
export const accounted = (evidence: NonNullable<Answer['evidence']>): StepScript => ({
  step: 'Account for every container',
  answers: [{ decision: 'accounted', after: '+4d 10:00', evidence }],
});

/** What became of containers that were not given. */
export const accounts = (course: Course, made: number, fate: string, containers = course.containers): StepScript =>
  accounted(() => containerFates(course, made, fate, containers));

export const containerFates = ({ ids }: Course, made: number, fate: string, containers: readonly string[]) => ({
  accounts: containers.map((container) => ({
    batch: ids.batch(made),
    container,
    fate,
    certificate: 'DC-2027-12',
    witness: 'cell laboratory',
  })),
});

type DonationFate = readonly [round: number, fate: string];

/** What became of collections of which no certified batch was made; without any, the first was destroyed. */
export const donationAccounts = (course: Course, ...donations: readonly DonationFate[]): StepScript =>
  accounted(() => donationFates(course, donations.length === 0 ? [[1, 'destroyed']] : donations));

export const donationFates = ({ ids }: Course, donations: readonly DonationFate[]) => ({
  donationAccounts: donations.map(([round, fate]) => ({
    donationNumber: ids.donation(round),
    fate,
    certificate: `MAH-QA-2027-3${round}`,
    ...(fate === 'destroyed' ? { witness: 'quality unit of the maker' } : {}),
  })),
});

/** What became of whatever there is when a course is ended early: of the first collection, or of what was made of it. */
export const accountsOfFirst = (course: Course): StepScript =>
  accounted(({ certified }) =>
    certified.batch === undefined
      ? donationFates(course, [[1, 'destroyed']])
      : containerFates(course, 1, 'destroyed', course.containers),
  );
