import type { Scenario } from '../local/scenario/scenario.ts';
import { decides, milestones, reports } from './usual-answers.ts';

export const diesBeforeTreatment: Scenario = {
  name: 'dies-before-treatment',
  title:
    'The patient dies while the product is made: the report holds everything at once, two people confirm it, everybody is stood down.',
  protocol: 'kymriah',
  play: (course) => ({
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
      decides('Confirm the death', 'confirmed', 'PT2H', ({ date }) => ({
        diedOn: date(0),
        explanation: 'Confirmed with the treating ward.',
      })),
      decides('Confirm the death as second person', 'confirmed', 'PT3H', () => ({
        sourceReference: 'death certificate, copy',
      })),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
