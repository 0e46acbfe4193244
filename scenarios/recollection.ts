import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { donationAccounts } from './usual-accounts.ts';
import {
  administration,
  apheresis,
  certificate,
  decides,
  milestones,
  receivedBy,
  release,
  shipped,
} from './usual-answers.ts';
import { readinessEvidence } from './usual-evidence.ts';
import { collected, conditioned, died, diedAt, ordered, reassessed, received, settled, treated } from './usual-log.ts';

export const recollection: Scenario = {
  name: 'recollection',
  title: 'Manufacturing fails; the patient is collected again and treated with the second product.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides('Confirm readiness', 'ready', '+1d 15:00', readinessEvidence, 2),
      {
        step: 'Follow the manufacture',
        round: 1,
        answers: [
          ...milestones(['started', '+2d 09:00'], ['at-risk', '+4d 09:00']),
          {
            decision: 'failed',
            after: '+3d 15:00',
            evidence: () => ({ makerReference: 'failure notice 12', explanation: 'The cells did not grow.' }),
          },
        ],
      },
      decides('Decide after a failed manufacture', 'recollect', '+1d 17:00', () => ({
        explanation: 'The maker asks for new starting material; the board agrees.',
      })),
      apheresis(course, 2),
      release(course, 2),
      shipped(course, 2),
      certificate(course, 2),
      ...receivedBy(course, 2),
      administration(course, 2),
      donationAccounts(course, [1, 'used-up']),
      ...diesAtVisit(5),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        ...ordered,
        ...collected(),
        ...collected(2),
        ...reassessed(6),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...diedAt(course, 5, 2),
        ...settled,
        plan: [
          'shipment-out',
          'ready',
          'shipment-out',
          'ready',
          'delivery',
          'delivery, conditioning, day-0, proximity-end',
          'conditioning, day-0',
        ],
        'Manufacturing 1': ['entered', 'ended: recollect'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'milestone', 'failed'],
        'Decide after a failed manufacture 1': ['recollect'],
        'Manufacturing 2': ['entered', 'ended: certified'],
        'Record acceptance by the maker 2': ['accepted'],
        'Follow the manufacture 2': [
          'milestone',
          'milestone',
          'milestone',
          'milestone',
          'milestone',
          'acknowledged: overdue',
          'made',
        ],
        'Check certificate 2': ['certified'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Record apheresis 2: slot-tomorrow-1',
        'Check donor tests 2: half',
        'Record acceptance by the maker 2: nearly',
        'Follow the manufacture 2: ready-in-a-week',
        'Follow the manufacture 2: maker-silent',
        'Follow the manufacture 2: due',
        'Follow the manufacture 2: overdue',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Monitor the patient 1: due',
        'End the proximity period 1: proximity-ends-in-2-days',
        'End the proximity period 1: due',
      ],
      deviations: [],
    },
  }),
};
