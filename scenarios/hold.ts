import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides } from './usual-answers.ts';
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
} from './usual-log.ts';

export const hold: Scenario = {
  name: 'hold',
  title:
    'The journey is held at the GO for three weeks: nobody is reminded meanwhile, and the GO is given after the resume.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides('Give GO for conditioning', 'go', '+23d 16:00', () => ({
        patientFit: true,
        noActiveInfection: true,
        rescueMedicationOnSite: true,
      })),
      diesAtVisit(5),
    ],
    operations: [
      {
        whenAsked: { step: 'Give GO for conditioning', round: 1 },
        after: 'PT2H',
        command: 'hold',
        reason: 'Positive blood culture.',
      },
      {
        whenAsked: { step: 'Give GO for conditioning', round: 1 },
        after: '+22d 10:00',
        command: 'resume',
        reason: 'Cultures negative twice.',
      },
    ],
    expect: {
      outcome: 'died',
      log: {
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...diedAt(course, 5),
        journey: ['opened', 'held', 'resumed', ...closed('died').journey.slice(1)],
      },
      reminders: [],
      deviations: [],
    },
  }),
};
