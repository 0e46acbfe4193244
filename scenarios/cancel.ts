import type { Scenario } from '../local/scenario/scenario.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const cancel: Scenario = {
  name: 'cancel',
  title: 'The order is withdrawn while the product is being made; everybody who was waiting is told.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [],
    operations: [
      {
        whenAsked: { step: 'Follow the manufacture', round: 1 },
        after: '+8d 10:00',
        command: 'cancel',
        reason: 'The patient chose another treatment.',
      },
    ],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: cancelled'],
        'Reassessment 1': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'milestone', 'withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: ['Confirm readiness 1: slot-in-3-days', 'Record apheresis 1: slot-tomorrow-1'],
      deviations: [],
    },
  }),
};
