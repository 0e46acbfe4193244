import type { Scenario } from '../local/scenario/scenario.ts';
import { decides } from './usual-answers.ts';

export const reordered: Scenario = {
  name: 'reordered',
  title:
    'The second check finds a difference and the order is placed anew; later it is ordered anew once more, and given up.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      decides(
        'Check the order',
        'reorder',
        'PT1H',
        () => ({ explanation: 'Weight on the order is that of last year.' }),
        1,
      ),
      decides(
        'Book the slots',
        'reorder',
        '+1d 10:00',
        () => ({ explanation: 'The maker wants another order number.' }),
        1,
      ),
      decides(
        'Book the slots',
        'stopped',
        '+2d 10:00',
        () => ({ explanation: 'No slot within reach of the patient.' }),
        2,
      ),
    ],
    operations: [],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
