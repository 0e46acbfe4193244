import type { Scenario } from '../local/scenario/scenario.ts';
import { certified, closed, collected, diedAt, ordered, received, treated } from './usual-log.ts';

export const hold: Scenario = {
  name: 'hold',
  title:
    'The journey is held at the GO for three weeks: nobody is reminded meanwhile, and the GO is given after the resume.',
  protocol: 'kymriah',
  scripts: [
    {
      step: 'Give GO',
      answers: [
        {
          decision: 'go',
          after: 'P24D',
          evidence: () => ({ patientFit: true, productOnSite: true, rescueMedicationOnSite: true }),
        },
      ],
    },
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
    { whenAsked: { step: 'Give GO', round: 1 }, after: 'P1D', command: 'hold', reason: 'Positive blood culture.' },
    { whenAsked: { step: 'Give GO', round: 1 }, after: 'P22D', command: 'resume', reason: 'Cultures negative twice.' },
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
      journey: ['opened', 'held', 'resumed', ...closed('died').journey.slice(1)],
    },
    reminders: ['Check certificate 1: half'],
    deviations: [],
  },
};
