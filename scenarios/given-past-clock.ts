import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { bedside, premedication } from './usual-checklists.ts';
import {
  certified,
  collected,
  conditioned,
  died,
  diedAt,
  ordered,
  reassessed,
  received,
  watched,
} from './usual-log.ts';

export const givenPastClock: Scenario = {
  name: 'given-past-clock',
  title:
    'The infusion runs past the in-use time of the first bag: it is recorded as it was, and opens a critical deviation.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Give the product',
        answers: [
          premedication,
          ...bedside(course, 'BAG-1', { late: { 'infusion-ended': 'PT26M' } }),
          ...bedside(course, 'BAG-2'),
          {
            decision: 'given',
            after: 'PT10M',
            evidence: () => ({ containersGiven: [...course.containers], residueDisposal: 'GMO waste 2027-21' }),
          },
        ],
      },
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
        ...diedAt(course, 5),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'Give GO for thaw 1': ['go'],
        'Confirm GO for thaw 1': ['go'],
        'Give the product 1': [
          'premedication-given',
          'identity-checked-before-thaw BAG-1',
          'identity-checked-before-thaw-second BAG-1',
          'thaw-started BAG-1',
          'thaw-ended BAG-1',
          'inspected-after-thaw BAG-1',
          'identity-checked BAG-1',
          'identity-checked-second BAG-1',
          'infusion-started BAG-1',
          'infusion-ended BAG-1',
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
          'given',
          'deviation: in-use-exceeded',
        ],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
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
      deviations: ['in-use-exceeded'],
    },
  }),
};
