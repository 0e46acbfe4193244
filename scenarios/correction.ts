import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides } from './usual-answers.ts';
import {
  certified,
  collected,
  conditioned,
  died,
  diedAt,
  ordered,
  reassessed,
  received,
  treated,
} from './usual-log.ts';

export const correction: Scenario = {
  name: 'correction',
  title:
    'The pump shows that the infusion began a minute earlier than written down; corrected, every visit of the plan moves with it, and the physician signs it again.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [...diesAtVisit(5), decides('Sign the correction', 'signed', 'PT2H', () => ({ correctionRead: true }))],
    operations: [
      {
        whenAsked: { step: 'Monitor the patient', round: 1 },
        after: '+1d 09:30!',
        command: 'correct',
        reason: 'Read from the log of the infusion pump.',
        correct: { step: 'Give the product', item: 'infusion-started', by: '-PT1M' },
      },
    ],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        'Correction 1': ['entered', 'ended: settled'],
        'Sign the correction 1': ['signed'],
        journey: ['opened', 'time corrected: 49 clocks moved', ...died.journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...conditioned(),
        ...treated(course),
        ...diedAt(course, 5),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Give GO for conditioning 1: conditioning-in-3-days',
        'Monitor the patient 1: due',
        'End the proximity period 1: proximity-ends-in-2-days',
        'End the proximity period 1: due',
      ],
      deviations: [],
    },
  }),
};
