import type { Course } from '../local/scenario/course.ts';
import type { Moment, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { custody, reports } from './usual-answers.ts';

const accepted =
  ({ ids }: Course) =>
  ({ at }: Moment) => ({
    makerReference: 'acceptance notice 5512',
    chainOfIdentity: ids.chainOfIdentity,
    predictedReadyAt: at(22, '12:00'),
  });

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
            explanation: 'Logger shows 11 degrees for 40 minutes at the airport.',
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
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
