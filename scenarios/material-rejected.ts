import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { donationAccounts } from './usual-accounts.ts';
import { apheresis, decides, release, shipped } from './usual-answers.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const materialRejected: Scenario = {
  name: 'material-rejected',
  title: 'The maker rejects the starting material on arrival; the patient is collected again.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Record acceptance by the maker',
        'recollect',
        '+1d 10:00',
        () => ({ explanation: 'Viability under the limit of the maker on arrival.' }),
        1,
      ),
      apheresis(course, 2),
      release(course, 2),
      shipped(course, 2),
      donationAccounts(course, [1, 'destroyed'], [2, 'retained-as-sample']),
    ],
    operations: [goesElsewhere('Follow the manufacture', 2)],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...collected(2),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: recollect'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Record acceptance by the maker 1': ['recollect'],
        'Reassess the patient 1': ['fit'],
        'Manufacturing 2': ['entered', 'ended: cancelled'],
        'Reassessment 2': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 2': ['accepted'],
        'Follow the manufacture 2': ['withdrawn'],
        'Reassess the patient 2': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Book the slots 2: slot-hold-ends-soon',
        'Confirm readiness 2: slot-in-3-days',
        'Record apheresis 2: slot-tomorrow-1',
      ],
      deviations: [],
    },
  }),
};
