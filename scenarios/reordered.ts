import type { Scenario } from '../local/scenario/scenario.ts';
import { decides } from './usual-answers.ts';
import { closed, closure } from './usual-log.ts';

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
    expect: {
      outcome: 'stopped',
      log: {
        ...closed('stopped'),
        ...closure(),
        'Order 1': ['entered', 'ended: reorder'],
        'Register the referral 1': ['registered'],
        'Confirm eligibility 1': ['eligible'],
        'Confirm consent 1': ['consented'],
        'Confirm funding 1': ['funded'],
        'Place the order 1': ['ordered'],
        'Check the order 1': ['reorder'],
        'Order 2': ['entered', 'ended: ordered'],
        'Register the referral 2': ['not needed: still-counts-from-before'],
        'Confirm eligibility 2': ['not needed: still-counts-from-before'],
        'Confirm consent 2': ['not needed: still-counts-from-before'],
        'Confirm funding 2': ['not needed: still-counts-from-before'],
        'Place the order 2': ['ordered'],
        'Check the order 2': ['checked'],
        'Collection 1': ['entered', 'ended: reorder'],
        'Book the slots 1': ['reorder'],
        'Order 3': ['entered', 'ended: ordered'],
        'Register the referral 3': ['not needed: still-counts-from-before'],
        'Confirm eligibility 3': ['not needed: still-counts-from-before'],
        'Confirm funding 3': ['not needed: still-counts-from-before'],
        'Confirm consent 3': ['not needed: still-counts-from-before'],
        'Place the order 3': ['ordered'],
        'Check the order 3': ['checked'],
        'Collection 2': ['entered', 'ended: stopped'],
        'Book the slots 2': ['stopped'],
      },
      reminders: [],
      deviations: [],
    },
  }),
};
