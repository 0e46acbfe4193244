import type { Scenario } from '../local/scenario/scenario.ts';

export const rejection: Scenario = {
  name: 'rejection',
  title: 'The team finds the therapy not indicated; the consent that was still open is withdrawn.',
  protocol: 'kymriah',
  scripts: [
    {
      step: 'Confirm eligibility',
      answers: [
        {
          decision: 'not-eligible',
          after: 'P1DT2H',
          evidence: () => ({ explanation: 'Active infection; the team advises against cell therapy now.' }),
        },
      ],
    },
  ],
  operations: [],
  expect: {
    outcome: 'rejected',
    log: {
      journey: ['opened', 'closed: rejected'],
      'Confirm eligibility 1': ['not-eligible'],
      'Confirm consent 1': ['withdrawn'],
      'Order 1': ['entered', 'ended: rejected'],
    },
    reminders: [],
    deviations: [],
  },
};
