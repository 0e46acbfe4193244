import type { Scenario } from '../local/scenario/scenario.ts';
import { decides } from './usual-answers.ts';
import {
  attended,
  certified,
  closed,
  closure,
  collected,
  conditioned,
  ordered,
  reassessed,
  received,
  treated,
} from './usual-log.ts';

export const lostToFollowUp: Scenario = {
  name: 'lost-to-follow-up',
  title: 'After a year the patient can no longer be reached: three attempts, then the follow-up ends as lost.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Record follow-up visit',
        'missed',
        '+20d 10:00',
        () => ({ explanation: 'Did not come, two letters.' }),
        8,
      ),
      decides(
        'Record follow-up visit',
        'lost',
        '+62d 10:00',
        () => ({ explanation: 'Moved abroad; general practitioner and registry office do not know where.' }),
        9,
      ),
    ],
    operations: [],
    expect: {
      outcome: 'lost-to-follow-up',
      log: {
        ...closed('lost-to-follow-up'),
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...attended(course, 7),
        ...closure(),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'FollowUpVisit 8': ['entered', 'ended: missed'],
        'Record follow-up visit 8': ['missed'],
        'FollowUpVisit 9': ['entered', 'ended: lost'],
        'Record follow-up visit 9': ['lost'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Monitor the patient 1: due',
        'End the proximity period 1: proximity-ends-in-2-days',
        'End the proximity period 1: due',
        'Record follow-up visit 9: visit-window-30',
        'Record follow-up visit 9: visit-window-14',
        'Record follow-up visit 9: visit-window-3',
        'Record follow-up visit 9: due',
      ],
      deviations: [],
    },
  }),
};
