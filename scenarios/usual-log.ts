import { neededForContainer } from '../lambdas/domain/steps/administration-items.ts';
import type { Course } from '../local/scenario/course.ts';
import { observationDays } from './usual-monitoring.ts';

/** The log of phases that went as usual, by stream; a scenario names what differs. */
type Log = Readonly<Record<string, readonly string[]>>;

const phase = (name: string, round: number, outcome: string): Log => ({
  [`${name} ${round}`]: ['entered', `ended: ${outcome}`],
});

export const ordered: Log = {
  'Register the referral 1': ['registered'],
  'Confirm eligibility 1': ['eligible'],
  'Confirm funding 1': ['funded'],
  'Confirm consent 1': ['consented'],
  'Place the order 1': ['ordered'],
  'Check the order 1': ['checked'],
  ...phase('Order', 1, 'ordered'),
};

/** Slots, donor tests and readiness of a round of Collection. */
export const ready = (round = 1): Log => ({
  [`Book the slots ${round}`]: ['slot-offered', 'booked'],
  [`Check donor tests ${round}`]: ['tested'],
  [`Confirm readiness ${round}`]: ['ready'],
});

export const collected = (round = 1): Log => ({
  ...ready(round),
  [`Record apheresis ${round}`]: ['patient-identified', 'patient-identified-second', 'collected'],
  [`Release the collection ${round}`]: ['released'],
  [`Ship the starting material ${round}`]: ['handed-over', 'arrived', 'delivered'],
  ...phase('Collection', round, 'collected'),
});

export const MILESTONES = ['milestone', 'milestone', 'milestone', 'milestone', 'milestone'] as const;

export const certified = (round = 1): Log => ({
  [`Record acceptance by the maker ${round}`]: ['accepted'],
  [`Follow the manufacture ${round}`]: [...MILESTONES, 'made'],
  [`Check certificate ${round}`]: ['certified'],
  ...phase('Manufacturing', round, 'certified'),
});

/** The patient is seen again, each time a round of its own; the last is overtaken by the conditioning. */
export const reassessed = (times: number): Log =>
  Object.fromEntries(
    Array.from({ length: times }, (_, index) => index + 1).flatMap((round) =>
      round < times
        ? [
            [`Reassess the patient ${round}`, ['fit']],
            [`Reassessment ${round}`, ['entered', 'ended: again']],
          ]
        : [
            [`Reassess the patient ${round}`, ['withdrawn']],
            [`Reassessment ${round}`, ['entered', 'ended: superseded']],
          ],
    ),
  );

export const delivered = (round = 1): Log => ({
  [`Agree the delivery ${round}`]: ['agreed'],
  [`Follow the delivery ${round}`]: ['handed-over', 'arrived', 'arrived'],
  [`Inspect the delivery ${round}`]: ['inspected'],
});

export const received = (round = 1): Log => ({
  ...delivered(round),
  [`Accept receipt ${round}`]: ['accepted'],
  [`Confirm receipt to the maker ${round}`]: ['confirmed'],
  ...phase('Receipt', round, 'accepted'),
});

export const conditioned = (round = 1): Log => ({
  [`Prescribe the product ${round}`]: round === 1 ? ['prescribed'] : ['not needed: still-counts-from-before'],
  ...(round === 1 ? { 'Verify the prescription 1': ['verified'] } : {}),
  [`Give GO for conditioning ${round}`]: ['go'],
  [`Start conditioning ${round}`]: ['started'],
  [`Complete conditioning ${round}`]: ['completed'],
  ...phase('Conditioning', round, 'conditioned'),
});

/** The bedside events of some containers, each in its order. */
export const bedsideLog = (course: Course, containers = course.containers): readonly string[] => [
  'premedication-given',
  ...containers.flatMap((container) => neededForContainer(course.protocol).map(({ item }) => `${item} ${container}`)),
];

export const given = (course: Course, round = 1): Log => ({
  [`Give GO for thaw ${round}`]: ['go'],
  [`Confirm GO for thaw ${round}`]: ['go'],
  [`Give the product ${round}`]: [...bedsideLog(course), 'given'],
});

/** What follows an administration until the patient may go home. */
export const watched = ({ protocol }: Course, round = 1): Log => ({
  [`Monitor the patient ${round}`]: [...observationDays(protocol).map(() => 'observation'), 'completed'],
  [`Discharge ${round}`]: ['discharged'],
  [`Send the discharge letter ${round}`]: ['sent'],
  [`End the proximity period ${round}`]: ['ended'],
  ...phase('Treatment', round, 'treated'),
});

export const treated = (course: Course, round = 1): Log => ({ ...given(course, round), ...watched(course, round) });

/** Visits of the plan that were attended and reported, from the first to the one of this number. */
export const attended = ({ protocol }: Course, visits: number): Log =>
  Object.fromEntries(
    protocol.followUp.visits.slice(0, visits).flatMap(({ name }, index) => [
      [`Record follow-up visit ${index + 1}`, ['attended']],
      [
        `Report to the registry ${index + 1}`,
        [
          protocol.followUp.registry?.reports.value.includes(name)
            ? 'reported'
            : 'not needed: not-on-the-registry-track',
        ],
      ],
      [`FollowUpVisit ${index + 1}`, ['entered', 'ended: attended']],
    ]),
  );

/** How a course that began is closed: whoever waited is told, containers are accounted for, the record is reviewed. */
export const closure = (
  { standDown = true, containers = false }: { standDown?: boolean; containers?: boolean } = {},
  round = 1,
): Log => ({
  [`Stand everything down ${round}`]: [standDown ? 'done' : 'not needed: nothing-is-booked'],
  [`Account for every container ${round}`]: [containers ? 'accounted' : 'not needed: every-container-accounted'],
  [`Close the course ${round}`]: ['closed'],
  ...phase('Closure', round, 'accounted'),
});

/** A course that is given up when slots are to be booked. */
export const leftAtSlots: Log = {
  'Book the slots 1': ['withdrawn'],
  ...phase('Collection', 1, 'cancelled'),
  ...closure(),
};

/** What was left is accounted for while the follow-up goes on. */
export const settled: Log = {
  'Closure 1': ['entered', 'ended: settled'],
  'Stand everything down 1': ['not needed: nothing-is-booked'],
  'Account for every container 1': ['accounted'],
  'Close the course 1': ['not needed: follow-up-goes-on'],
};

/** The end of a journey in which nobody did anything but sign: opened, ended, put in order, closed. */
export const closed = (outcome: string): { readonly journey: readonly string[] } => ({
  journey: ['opened', `closing: ${outcome}`, `closed: ${outcome}`],
});

/** A death that was reported and confirmed by two people. */
export const died: Log & { readonly journey: readonly string[] } = {
  journey: ['opened', 'reported: death', ...closed('died').journey.slice(1)],
  'Confirm the death 1': ['confirmed'],
  'Confirm the death as second person 1': ['confirmed'],
  ...phase('Death', 1, 'died'),
};

/** A visit at which the patient was found to have died: the last of a scenario that needs no fifteen years. */
export const diedAt = (course: Course, round: number, closureRound = 1): Log => ({
  ...attended(course, round - 1),
  [`Record follow-up visit ${round}`]: ['withdrawn'],
  ...phase('FollowUpVisit', round, 'died'),
  ...closure({}, closureRound),
});

/** A deviation that was investigated and decided on, with no CAPA needed; `round` of its phase. */
export const handled = (...rounds: readonly number[]): Log =>
  Object.fromEntries(
    rounds.flatMap((round) => [
      [`Deviation ${round}`, ['entered', 'ended: settled']],
      [`Triage the deviation ${round}`, ['investigate']],
      [`Investigate the deviation ${round}`, ['investigated']],
      [`Decide on the deviation ${round}`, ['no-capa']],
    ]),
  );
