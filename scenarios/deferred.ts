import type { Scenario } from '../local/scenario/scenario.ts';
import { certified, collected, ordered, received } from './usual-log.ts';

export const deferred: Scenario = {
  name: 'deferred',
  title:
    'In remission, the patient waits 14 months; the product expires on the way, and the course is closed by a signature.',
  protocol: 'kymriah',
  scripts: [
    {
      step: 'Give GO',
      round: 1,
      answers: [
        {
          decision: 'defer',
          after: 'P2D',
          evidence: ({ ahead }) => ({ until: ahead('P14M'), explanation: 'Complete remission after bridging.' }),
        },
      ],
    },
    {
      step: 'Give GO',
      round: 2,
      answers: [
        {
          decision: 'stopped',
          after: 'P1D',
          evidence: () => ({ explanation: 'Still in remission; the product has expired and is discarded.' }),
        },
      ],
    },
  ],
  operations: [],
  expect: {
    outcome: 'stopped',
    log: {
      journey: ['opened', 'closed: stopped'],
      ...ordered,
      ...collected(),
      ...certified(),
      ...received(),
      'Give GO 1': ['defer'],
      'Treatment 1': ['entered', 'ended: deferred'],
      'Give GO 2': ['stopped'],
      'Treatment 2': ['entered', 'ended: stopped'],
    },
    reminders: [
      'Check certificate 1: half',
      'Give GO 2: expiry-90',
      'Give GO 2: expiry-30',
      'Give GO 2: expiry-7',
      'Give GO 2: expired',
    ],
    deviations: [],
  },
};
