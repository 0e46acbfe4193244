import type { Scenario } from '../local/scenario/scenario.ts';
import { decides, milestones, reports } from './usual-answers.ts';

export const withdrawsConsent: Scenario = {
  name: 'withdraws-consent',
  title:
    'The patient takes back the consent to the therapy while the product is made: nothing more is authorised, and the course is stopped.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          reports('consent-withdrawn', '+3d 14:00', 'nurse', () => ({
            consents: ['therapy', 'conditioning'],
            explanation: 'The patient no longer wants the treatment.',
          })),
          { decision: 'made', after: 'PT1H', evidence: () => ({ makerReference: 'release notice' }), refused: 403 },
        ],
      },
      decides('Decide on the withdrawal', 'stopped', '+1d 10:00', () => ({
        explanation: 'Spoken with patient and family; the decision stands.',
      })),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
