import type { Course } from '../local/scenario/course.ts';
import type { Moment, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { reports } from './usual-answers.ts';
import { custody } from './usual-checklists.ts';

const accepted =
  ({ ids }: Course) =>
  ({ at }: Moment) => ({
    makerReference: 'acceptance notice 5512',
    chainOfIdentity: ids.chainOfIdentity,
    predictedReadyAt: at(22, '12:00'),
  });

import { closed, closure, handled, ordered } from './usual-log.ts';

export const excursionOutbound: Scenario = {
  name: 'excursion-outbound',
  title:
    'The shipper runs warm on its way to the maker; everything waits until the maker says in writing that the material may be used.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Ship the starting material',
        answers: [
          ...custody(course, 'out', '+0d 16:30', '+1d 11:00'),
          reports('excursion', 'PT20M', 'cell-lab', () => ({
            leg: 'outbound',
            loggerFile: 'LOG-31, full trip',
            explanation: 'Logger shows minus 98 degrees for 40 minutes at the airport.',
          })),
          { decision: 'delivered', after: 'PT1H', evidence: () => ({ deliveryReference: 'POD-88120' }) },
        ],
      },
      {
        step: 'Record acceptance by the maker',
        answers: [
          { decision: 'accepted', after: 'PT2H', evidence: accepted(course), refused: 403 },
          { decision: 'accepted', after: '+1d 10:00', evidence: accepted(course) },
        ],
      },
    ],
    operations: [goesElsewhere('Follow the manufacture')],
    expect: {
      outcome: 'cancelled',
      log: {
        ...handled(1),
        journey: ['opened', 'reported: excursion', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...closure({ containers: true }),
        'Collection 1': ['entered', 'ended: collected'],
        'Book the slots 1': ['slot-offered', 'booked'],
        'Check donor tests 1': ['tested'],
        'Confirm readiness 1': ['ready'],
        'Record apheresis 1': ['patient-identified', 'patient-identified-second', 'collected'],
        'Release the collection 1': ['released'],
        plan: ['shipment-out', 'ready'],
        'Ship the starting material 1': ['handed-over', 'arrived', 'deviation: excursion', 'delivered'],
        'Excursion 1': ['entered', 'ended: settled'],
        'Manufacturing 1': ['entered', 'ended: cancelled'],
        'Reassessment 1': ['entered', 'ended: cancelled'],
        'Record the disposition 1': ['may-be-used'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Record the disposition 1: half',
        'Record the disposition 1: nearly',
      ],
      deviations: ['excursion'],
    },
  }),
};
