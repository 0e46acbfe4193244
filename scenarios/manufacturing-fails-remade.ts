import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { administration, certificate, decides, milestones, receivedBy } from './usual-answers.ts';
import { collected, conditioned, died, diedAt, ordered, reassessed, received, treated } from './usual-log.ts';

export const manufacturingFailsRemade: Scenario = {
  name: 'manufacturing-fails-remade',
  title:
    'The first manufacture fails; from the material it kept the maker makes a second batch, and the patient is treated with it.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        round: 1,
        answers: [
          ...milestones(['started', '+2d 09:00'], ['at-risk', '+4d 09:00']),
          {
            decision: 'failed',
            after: '+3d 15:00',
            evidence: () => ({ makerReference: 'failure notice 13', explanation: 'Viability too low at harvest.' }),
          },
        ],
      },
      decides('Decide after a failed manufacture', 'remake', '+1d 17:00', () => ({
        explanation: 'Enough starting material is kept; the board agrees to a second manufacture.',
      })),
      certificate(course, 2, 1),
      ...receivedBy(course, 2),
      administration(course, 2),
      ...diesAtVisit(5),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        ...ordered,
        ...collected(),
        ...reassessed(5),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...diedAt(course, 5),
        plan: [
          'shipment-out',
          'ready',
          'ready, delivery, conditioning, day-0, proximity-end',
          'delivery, conditioning, day-0, proximity-end',
          'delivery, conditioning, day-0, proximity-end',
          'conditioning, day-0, proximity-end',
        ],
        'Manufacturing 1': ['entered', 'ended: remake'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'milestone', 'failed'],
        'Decide after a failed manufacture 1': ['remake'],
        'Manufacturing 2': ['entered', 'ended: certified'],
        'Record acceptance by the maker 2': ['not needed: made-again-from-kept-material'],
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
