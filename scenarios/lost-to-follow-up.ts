import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides } from './usual-answers.ts';
import {
  attended,
  certified,
  closure,
  collected,
  conditioned,
  died,
  ordered,
  reassessed,
  received,
  treated,
} from './usual-log.ts';

export const lostToFollowUp: Scenario = {
  name: 'lost-to-follow-up',
  title:
    'After a year the patient can no longer be reached: four attempts, then lost. The course stays open, and at the next visit the registry office knows that the patient has died.',
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
        ({ date }) => ({
          attempts: [
            { attemptedOn: date(-40), channel: 'letter' },
            { attemptedOn: date(-21), channel: 'phone' },
            { attemptedOn: date(-9), channel: 'general-practitioner' },
            { attemptedOn: date(-2), channel: 'population-registry' },
          ],
          explanation: 'Moved abroad; general practitioner and population registry do not know where.',
        }),
        9,
      ),
      ...diesAtVisit(10),
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
        ...treated(course),
        ...attended(course, 7),
        ...closure(),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'FollowUpVisit 8': ['entered', 'ended: missed'],
        'Record follow-up visit 8': ['missed'],
        'FollowUpVisit 9': ['entered', 'ended: lost'],
        'Record follow-up visit 9': ['lost'],
        'FollowUpVisit 10': ['entered', 'ended: died'],
        'Record follow-up visit 10': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
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
