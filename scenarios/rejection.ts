import type { Scenario } from '../local/scenario/scenario.ts';
import { decides } from './usual-answers.ts';

export const rejection: Scenario = {
  name: 'rejection',
  title: 'The team finds the therapy not indicated; nothing was ordered yet, so nothing has to be undone.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      decides('Confirm eligibility', 'not-eligible', '+1d 16:30', () => ({
        explanation: 'Active infection; the team advises against cell therapy now.',
      })),
    ],
    operations: [],
    expect: {
      outcome: 'rejected',
      log: {
        journey: ['opened', 'closed: rejected'],
        'Order 1': ['entered', 'ended: rejected'],
        'Register the referral 1': ['registered'],
        'Confirm eligibility 1': ['not-eligible'],
      },
      reminders: [],
      deviations: [],
    },
  }),
};
