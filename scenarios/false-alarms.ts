import type { Scenario } from '../local/scenario/scenario.ts';
import { decides, milestones, reports } from './usual-answers.ts';

export const falseAlarms: Scenario = {
  name: 'false-alarms',
  title:
    'A death that was none, a consent taken back for the registry alone, a mismatch that takes two tries; then the flags stay, and the board stops.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          reports('death', 'PT1H', 'nurse', ({ date }) => ({ diedOn: date(0), explanation: 'Told by telephone.' })),
          reports('consent-withdrawn', '+1d 09:00', 'coordinator', () => ({
            consents: ['registry'],
            explanation: 'The patient does not want data to leave the hospital.',
          })),
          reports('identity-mismatch', '+1d 09:00', 'coordinator', () => ({
            document: 'acceptance notice 5512',
            explanation: 'The notice names another order number.',
          })),
          reports('flags-raised', '+1d 15:00', 'physician', () => ({
            flags: ['do-not-condition', 'do-not-thaw'],
            explanation: 'Heart failure, assessed again in a week.',
          })),
        ],
      },
      decides('Confirm the death', 'not-so', 'PT2H', () => ({ explanation: 'Another patient of the same name.' })),
      decides('Decide on the withdrawal', 'goes-on', '+1d 10:00', () => ({
        explanation: 'Treated without the registry.',
      })),
      decides('Confirm the resolution', 'again', 'PT1H', () => ({ explanation: 'The correction is not signed.' }), 1),
      decides('Review the flags', 'stopped', '+5d 11:00', () => ({ explanation: 'No recovery; the board stops.' })),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
