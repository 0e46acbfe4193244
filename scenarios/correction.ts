import type { Scenario } from '../local/scenario/scenario.ts';
import { certified, closed, collected, diedAt, ordered, received, treated } from './usual-log.ts';

export const correction: Scenario = {
  name: 'correction',
  title:
    'The pump shows that the infusion began a minute earlier than written down; corrected, every visit of the plan moves with it.',
  protocol: 'kymriah',
  scripts: [
    {
      step: 'Record follow-up visit',
      round: 3,
      answers: [
        {
          decision: 'died',
          after: 'P2D',
          evidence: ({ date }) => ({ diedOn: date(-1), explanation: 'Progression of the disease.' }),
        },
      ],
    },
  ],
  operations: [
    {
      whenAsked: { step: 'Discharge', round: 1 },
      after: 'P1D',
      command: 'correct',
      reason: 'Read from the log of the infusion pump.',
      correct: { step: 'Give the product', item: 'infusion-started', by: '-PT1M' },
    },
  ],
  expect: {
    outcome: 'died',
    log: {
      ...ordered,
      ...collected(),
      ...certified(),
      ...received(),
      ...treated(),
      ...diedAt(3),
      journey: ['opened', 'time corrected: 48 clocks moved', ...closed('died').journey.slice(1)],
    },
    reminders: ['Check certificate 1: half'],
    deviations: [],
  },
};
