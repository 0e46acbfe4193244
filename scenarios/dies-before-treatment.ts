import type { Scenario } from '../local/scenario/scenario.ts';
import { confirmsDeath } from './endings.ts';
import { milestones, reports } from './usual-answers.ts';
import { closure, collected, died, ordered } from './usual-log.ts';

export const diesBeforeTreatment: Scenario = {
  name: 'dies-before-treatment',
  title:
    'The patient dies while the product is made: the report holds everything at once, two people confirm it, everybody is stood down.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          reports('death', '+3d 07:30', 'nurse', ({ date }) => ({
            diedOn: date(0),
            explanation: 'Died on the ward of another hospital.',
          })),
        ],
      },
      ...confirmsDeath('nothing-given', 'Progression of the disease.'),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: died'],
        'Reassessment 1': ['entered', 'ended: died'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: ['Confirm readiness 1: slot-in-3-days', 'Record apheresis 1: slot-tomorrow-1'],
      deviations: [],
    },
  }),
};
