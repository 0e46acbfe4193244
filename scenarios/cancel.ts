import type { Scenario } from '../local/scenario/scenario.ts';
import { collected, ordered } from './usual-log.ts';

export const cancel: Scenario = {
  name: 'cancel',
  title: 'The order is withdrawn while the product is being made.',
  protocol: 'kymriah',
  scripts: [],
  operations: [
    {
      whenAsked: { step: 'Check certificate', round: 1 },
      after: 'P9D',
      command: 'cancel',
      reason: 'The patient chose another treatment.',
    },
  ],
  expect: {
    outcome: 'cancelled',
    log: {
      journey: ['opened', 'cancelled', 'closed: cancelled'],
      ...ordered,
      ...collected(),
      'Check certificate 1': ['withdrawn'],
      'Manufacturing 1': ['entered', 'ended: cancelled'],
    },
    reminders: [],
    deviations: [],
  },
};
