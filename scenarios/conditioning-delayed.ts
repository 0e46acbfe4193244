import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides } from './usual-answers.ts';
import {
  certified,
  collected,
  conditioned,
  died,
  diedAt,
  ordered,
  reassessed,
  received,
  treated,
} from './usual-log.ts';

export const conditioningDelayed: Scenario = {
  name: 'conditioning-delayed',
  title:
    'An infection keeps the patient from the infusion until the window after conditioning has passed: conditioning is decided on anew.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Give GO for thaw',
        'recondition',
        '+15d 09:00',
        () => ({ explanation: 'Infection treated; the window after conditioning has passed.' }),
        1,
      ),
      ...diesAtVisit(5),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...conditioned(2),
        ...treated(course, 2),
        ...diedAt(course, 5),
        plan: [
          'shipment-out',
          'ready',
          'delivery',
          'conditioning, day-0, proximity-end',
          'day-0, proximity-end',
          'day-0, proximity-end',
        ],
        'Treatment 1': ['entered', 'ended: recondition'],
        'Give GO for thaw 1': [
          'acknowledged: overdue',
          'acknowledged: weekly-1',
          'acknowledged: window-ended',
          'recondition',
        ],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Give GO for thaw 1: due',
        'Give GO for thaw 1: overdue',
        'Give GO for thaw 1: weekly-1',
        'Give GO for thaw 1: window-ends-in-2-days',
        'Give GO for thaw 1: window-ends-tomorrow',
        'Give GO for thaw 1: window-ended',
        'Monitor the patient 2: due',
        'End the proximity period 2: proximity-ends-in-2-days',
        'End the proximity period 2: due',
      ],
      deviations: [],
    },
  }),
};
