import type { Scenario } from '../local/scenario/scenario.ts';
import { apheresis, asCertified, certificate } from './usual-answers.ts';
import { certified, closed, collected, diedAt, ordered, received, treated } from './usual-log.ts';

export const recollection: Scenario = {
  name: 'recollection',
  title: 'Manufacturing fails; the patient is collected again and treated with the second product.',
  protocol: 'kymriah',
  scripts: [
    {
      step: 'Check certificate',
      round: 1,
      answers: [
        {
          decision: 'recollect',
          after: 'P18D',
          evidence: () => ({ explanation: 'Cells did not grow; the manufacturer asks for a new collection.' }),
        },
      ],
    },
    apheresis(2),
    certificate(2),
    { step: 'Accept receipt', answers: [{ decision: 'accepted', after: 'P3DT1H', evidence: () => asCertified(2) }] },
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
  operations: [],
  expect: {
    outcome: 'died',
    log: {
      ...closed('died'),
      ...ordered,
      ...collected(1),
      'Check certificate 1': ['recollect'],
      'Manufacturing 1': ['entered', 'ended: recollect'],
      ...collected(2),
      ...certified(2),
      ...received(),
      ...treated(),
      ...diedAt(3),
    },
    reminders: ['Check certificate 1: half', 'Check certificate 2: half'],
    deviations: [],
  },
};
