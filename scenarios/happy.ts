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
        ...reassessed(4),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...attended(course, course.protocol.followUp.visits.length),
        'Arrange the lifelong watch 1': ['arranged'],
        'LifelongWatch 1': ['entered', 'ended: settled'],
        ...closure({ standDown: false }),
      },
      reminders: [],
      deviations: [],
    },
  }),
};
