import type { Scenario } from '../local/scenario/scenario.ts';
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

export const happy: Scenario = {
  name: 'happy',
  title: 'From referral to the visit in year 15 and the watch for life, and nothing goes wrong.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [],
    operations: [],
    expect: {
      outcome: 'completed',
      log: {
        ...closed('completed'),
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...attended(course, course.protocol.followUp.visits.length),
        ...closure({ standDown: false }),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'LifelongWatch 1': ['entered', 'ended: settled'],
        'Arrange the lifelong watch 1': ['arranged'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Follow the manufacture 1: ready-in-a-week',
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
