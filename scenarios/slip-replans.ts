import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { milestones } from './usual-answers.ts';
import { item } from './usual-checklists.ts';
import { collected, conditioned, died, diedAt, ordered, reassessed, received, treated } from './usual-log.ts';

export const slipReplans: Scenario = {
  name: 'slip-replans',
  title: 'The maker tells of a delay of ten days: the plan moves, and exactly those whose dates changed are told.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00'], ['in-process-ok', '+4d 09:00']),
          item('milestone', '+2d 15:00', {
            evidence: ({ at }) => ({
              milestone: 'at-risk',
              makerReference: 'delay notice 7',
              predictedReadyAt: at(24, '12:00'),
            }),
          }),
          ...milestones(['harvested', '+4d 09:00'], ['cryopreserved', '+4d 09:00'], ['quality-control', '+5d 09:00']),
          { decision: 'made', after: '+5d 11:00', evidence: () => ({ makerReference: 'release notice 5520' }) },
        ],
      },
      ...diesAtVisit(5),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        ...ordered,
        ...collected(),
        ...reassessed(4),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...diedAt(course, 5),
        plan: [
          'shipment-out',
          'ready',
          'ready, delivery, conditioning, day-0, proximity-end',
          'delivery, conditioning, day-0, proximity-end',
          'delivery, day-0',
          'day-0',
          'conditioning, day-0, proximity-end',
        ],
        'Manufacturing 1': ['entered', 'ended: certified'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': [
          'milestone',
          'milestone',
          'milestone',
          'milestone',
          'milestone',
          'milestone',
          'made',
        ],
        'Check certificate 1': ['certified'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: maker-silent',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'End the proximity period 1: proximity-ends-in-2-days',
        'End the proximity period 1: due',
      ],
      deviations: [],
    },
  }),
};
