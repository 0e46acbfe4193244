import type { Scenario } from '../../local/scenario/scenario.ts';
import { diesAtVisit } from '../../scenarios/endings.ts';
import { happy } from '../../scenarios/happy.ts';
import {
  certified,
  closed,
  collected,
  conditioned,
  diedAt,
  ordered,
  reassessed,
  received,
  treated,
} from '../../scenarios/usual-log.ts';

/** Nothing goes wrong until the visit at which the patient has died; fifteen years more show nothing new deployed. */
export const happyToVisit5: Scenario = {
  ...happy,
  name: 'happy-to-visit-5',
  title: 'From referral to treatment nothing goes wrong; at visit 5 the patient is found to have died.',
  play: (course) => {
    const whole = happy.play(course);
    return {
      ...whole,
      scripts: [...whole.scripts, diesAtVisit(5)],
      expect: {
        outcome: 'died',
        log: {
          ...closed('died'),
          ...ordered,
          ...collected(),
          ...certified(),
          ...reassessed(3),
          ...received(),
          ...conditioned(),
          ...treated(course),
          ...diedAt(course, 5),
          plan: whole.expect.log.plan ?? [],
        },
        reminders: whole.expect.reminders,
        deviations: [],
      },
    };
  },
};
