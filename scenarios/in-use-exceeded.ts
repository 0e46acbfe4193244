import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { bedside, item } from './usual-checklists.ts';
import {
  certified,
  collected,
  conditioned,
  died,
  diedAt,
  ordered,
  reassessed,
  received,
  settled,
  watched,
} from './usual-log.ts';

export const inUseExceeded: Scenario = {
  name: 'in-use-exceeded',
  title:
    'Access is lost after the first bag was thawed: its in-use time passes, it is discarded, and only the second bag is given.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Give the product',
        answers: [
          ...bedside(course, 'BAG-1').slice(0, 2),
          item('premedication-given', 'PT2M', { as: 'nurse' }),
          ...bedside(course, 'BAG-1').slice(2, 7),
          item('reaction', 'PT25M', {
            as: 'physician',
            evidence: () => ({ grade: 1, action: 'Access lost before the infusion; a new one is placed.' }),
          }),
          ...bedside(course, 'BAG-2'),
          {
            decision: 'partly-given',
            after: 'PT10M',
            evidence: () => ({
              containersGiven: ['BAG-2'],
              residueDisposal: 'GMO waste 2027-20',
              percentGiven: 50,
              explanation: 'The first bag passed its in-use time and was discarded.',
            }),
          },
        ],
      },
      accounts(course, 1, 'destroyed', ['BAG-1']),
      ...diesAtVisit(5),
    ],
    operations: [],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...watched(course),
        ...diedAt(course, 5, 2),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'Give GO for thaw 1': ['go'],
        'Confirm GO for thaw 1': ['go'],
        'Give the product 1': [
          'identity-checked-before-thaw BAG-1',
          'identity-checked-before-thaw-second BAG-1',
          'premedication-given',
          'thaw-started BAG-1',
          'thaw-ended BAG-1',
          'inspected-after-thaw BAG-1',
          'identity-checked BAG-1',
          'identity-checked-second BAG-1',
          'reaction',
          'identity-checked-before-thaw BAG-2',
          'identity-checked-before-thaw-second BAG-2',
          'thaw-started BAG-2',
          'thaw-ended BAG-2',
          'inspected-after-thaw BAG-2',
          'identity-checked BAG-2',
          'identity-checked-second BAG-2',
          'infusion-started BAG-2',
          'acknowledged: in-use-1-1',
          'infusion-ended BAG-2',
          'partly-given',
          'deviation: partial-dose',
        ],
        ...settled,
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Give the product 1: in-use-ends-10-1-1',
        'Give the product 1: in-use-ends-5-1-1',
        'Give the product 1: in-use-1-1',
        'Monitor the patient 1: due',
        'End the proximity period 1: proximity-ends-in-2-days',
        'End the proximity period 1: due',
      ],
      deviations: ['partial-dose'],
    },
  }),
};
