import type { Scenario } from '../local/scenario/scenario.ts';
import { accounts } from './usual-accounts.ts';
import { decides } from './usual-answers.ts';
import { certified, closed, closure, collected, ordered, reassessed, received } from './usual-log.ts';

export const deferred: Scenario = {
  name: 'deferred',
  title:
    'In remission, the patient waits 14 months; the product expires on the way, and the course is closed by a signature.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Give GO for conditioning',
        'defer',
        '+2d 16:00',
        ({ ahead }) => ({ until: ahead('P14M'), explanation: 'Complete remission after bridging.' }),
        1,
      ),
      decides(
        'Give GO for conditioning',
        'stopped',
        '+1d 10:00',
        () => ({ explanation: 'Still in remission; the product has expired and is discarded.' }),
        2,
      ),
      accounts(course, 1, 'destroyed'),
    ],
    operations: [],
    expect: {
      outcome: 'stopped',
      log: {
        ...closed('stopped'),
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...closure({ containers: true }),
        plan: [
          'shipment-out',
          'ready',
          'delivery',
          'conditioning, day-0, proximity-end',
          'conditioning, day-0, proximity-end',
        ],
        'Conditioning 1': ['entered', 'ended: deferred'],
        'Treatment 1': ['entered', 'ended: stopped'],
        'Prescribe the product 1': ['prescribed'],
        'Verify the prescription 1': ['verified'],
        'Give GO for conditioning 1': ['defer'],
        'Conditioning 2': ['entered', 'ended: stopped'],
        'Prescribe the product 2': ['not needed: still-counts-from-before'],
        'Give GO for conditioning 2': ['acknowledged: expired', 'stopped'],
        'Give GO for thaw 1': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Give GO for conditioning 2: expiry-90',
        'Give GO for conditioning 2: expiry-60',
        'Give GO for conditioning 2: expiry-30',
        'Give GO for conditioning 2: expiry-14',
        'Give GO for conditioning 2: expiry-7',
        'Give GO for conditioning 2: expired',
      ],
      deviations: [],
    },
  }),
};
