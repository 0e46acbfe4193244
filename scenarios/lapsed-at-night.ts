import type { Role } from '../lambdas/domain/vocabulary.ts';
import type { Answer, Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides, reports } from './usual-answers.ts';
import { bedside, premedication } from './usual-checklists.ts';
import {
  bedsideLog,
  certified,
  collected,
  conditioned,
  died,
  diedAt,
  handled,
  ordered,
  reassessed,
  received,
} from './usual-log.ts';

/** The night shift of the cell laboratory, alone: the last assessment in thawing counted until the new year. */
const LAPSED = 'cell-lab';

const goesOn = (role: Role, after: string): Answer =>
  reports('emergency-continuation', after, role, ({ ahead }) => ({
    gate: 'competent',
    performer: LAPSED,
    exemptedUntil: ahead('PT3H'),
    explanation: 'Nobody else who thaws is on duty, and the patient is conditioned.',
  }));

export const lapsedAtNight: Scenario = {
  name: 'lapsed-at-night',
  title:
    'At night the only one who thaws is not competent any more: physician and pharmacist go on together, a critical deviation opens, and quality assurance reviews it on the next working day.',
  protocol: 'kymriah',
  competence: [
    {
      person: LAPSED,
      record: {
        what: 'assessed',
        task: 'thaw',
        training: 'SOP-ATMP-031 version 2',
        observed: 3,
        required: 3,
        assessor: 'programme-lead',
        assessedOn: '2026-01-04',
        validUntil: '2027-01-04',
        by: 'qa',
        why: 'yearly assessment',
        at: '2026-01-04T12:00:00.000Z',
      },
    },
  ],
  play: (course) => ({
    scripts: [
      decides('Give GO for thaw', 'go', '+3d 22:30!', ({ ahead }) => ({
        vitalSignsStable: true,
        neurologicalBaselineTaken: true,
        noActiveInfection: true,
        accessOpen: true,
        rescueMedicationAtBedside: true,
        infusionAgreedFor: ahead('PT30M'),
      })),
      {
        step: 'Give the product',
        answers: [
          // One alone lets nobody pass.
          goesOn('physician', 'PT1M'),
          goesOn('pharmacist', 'PT2M'),
          premedication,
          ...course.containers.flatMap((container) => bedside(course, container)),
          {
            decision: 'given',
            after: 'PT10M',
            evidence: () => ({ containersGiven: [...course.containers], residueDisposal: 'GMO waste 2027-23' }),
          },
        ],
      },
      decides('Review the emergency continuation', 'accepted', '+0d 14:00', () => ({
        deviationReference: 'DEV-2027-041',
        explanation: 'Nobody else could be called; both bags were intact. A second person is trained by March.',
      })),
      ...diesAtVisit(1),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        journey: [
          'opened',
          'reported: emergency-continuation',
          'reported: emergency-continuation',
          ...died.journey.slice(1),
        ],
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...diedAt(course, 1),
        ...handled(1),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'Give GO for thaw 1': ['go'],
        'Confirm GO for thaw 1': ['go'],
        'Give the product 1': ['deviation: emergency-continuation', ...bedsideLog(course), 'given'],
        'Review the emergency continuation 1': ['accepted'],
        'ContinuationReview 1': ['entered', 'ended: settled'],
        'Monitor the patient 1': ['observation', 'observation', 'observation', 'withdrawn'],
        'Treatment 1': ['entered', 'ended: died'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Give GO for thaw 1: due',
        'Review the emergency continuation 1: half',
        'Review the emergency continuation 1: nearly',
      ],
      deviations: ['emergency-continuation'],
    },
  }),
};
