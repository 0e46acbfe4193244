import type { Scenario } from '../local/scenario/scenario.ts';

const ELIGIBILITY = { step: 'Confirm eligibility', round: 1 } as const;

export const forwardedLink: Scenario = {
  name: 'forwarded-link',
  title:
    'The link of a step is fetched by a mail scanner, forwarded to a nurse and left open in a browser where nobody is signed in: it shows nothing and signs nothing, until the physician signs in.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      {
        step: ELIGIBILITY.step,
        answers: [
          {
            decision: 'not-eligible',
            after: '+1d 09:00',
            as: 'nurse',
            evidence: () => ({ explanation: 'Signed by somebody the link was forwarded to.' }),
            refused: 403,
          },
          {
            decision: 'not-eligible',
            after: '+0d 16:30',
            evidence: () => ({ explanation: 'Active infection; the team advises against cell therapy now.' }),
          },
        ],
      },
    ],
    openings: [
      { whenAsked: ELIGIBILITY, after: 'PT1M', shows: 'sign-in' },
      { whenAsked: ELIGIBILITY, after: '+1d 08:30', as: 'nurse', shows: 'somebody-else' },
      { whenAsked: ELIGIBILITY, after: '+1d 08:40', as: 'registry', shows: 'somebody-else' },
      { whenAsked: ELIGIBILITY, after: '+1d 15:00', shows: 'sign-in' },
      { whenAsked: ELIGIBILITY, after: '+1d 16:20', as: 'physician', shows: 'step' },
    ],
    operations: [],
    expect: {
      outcome: 'rejected',
      log: {
        journey: ['opened', 'closed: rejected'],
        'Order 1': ['entered', 'ended: rejected'],
        'Register the referral 1': ['registered'],
        'Confirm eligibility 1': ['not-eligible'],
      },
      reminders: [],
      deviations: [],
    },
  }),
};
