import type { Scenario } from '../local/scenario/scenario.ts';
import { decides, milestones, reports } from './usual-answers.ts';
import { closed, closure, collected, handled, ordered } from './usual-log.ts';

export const falseAlarms: Scenario = {
  name: 'false-alarms',
  title:
    'A death that was none, a consent taken back for the registry alone and one given again, a mismatch that takes two tries; then the flags stay, and the board stops.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          reports('death', 'PT1H', 'nurse', ({ date }) => ({ diedOn: date(0), explanation: 'Told by telephone.' })),
          reports('consent-withdrawn', '+1d 09:00', 'coordinator', () => ({
            consents: ['registry'],
            explanation: 'The patient does not want data to leave the hospital.',
          })),
          reports('identity-mismatch', '+1d 09:00', 'coordinator', () => ({
            document: 'acceptance notice 5512',
            explanation: 'The notice names another order number.',
          })),
          reports('consent-withdrawn', '+0d 11:00', 'nurse', () => ({
            consents: ['therapy'],
            explanation: 'The patient is afraid of the neurological effects.',
          })),
          reports('flags-raised', '+1d 15:00', 'physician', () => ({
            flags: ['do-not-condition', 'do-not-thaw'],
            explanation: 'Heart failure, assessed again in a week.',
          })),
        ],
      },
      decides('Confirm the death', 'not-so', 'PT2H', () => ({ explanation: 'Another patient of the same name.' })),
      decides('Decide on the withdrawal', 'goes-on', '+1d 10:00', () => ({
        explanation: 'Treated without the registry.',
      })),
      {
        step: 'Decide on the withdrawal',
        round: 2,
        answers: [
          {
            decision: 'goes-on',
            after: '+0d 15:00',
            evidence: () => ({ explanation: 'The patient hesitates.' }),
            refused: 422,
          },
          {
            decision: 'consented-again',
            after: '+1d 10:00',
            evidence: ({ date }) => ({ formVersion: 'CAR-T consent v7', signedOn: date(0) }),
          },
        ],
      },
      decides('Confirm the resolution', 'again', 'PT1H', () => ({ explanation: 'The correction is not signed.' }), 1),
      decides('Review the flags', 'stopped', '+5d 11:00', () => ({ explanation: 'No recovery; the board stops.' })),
    ],
    operations: [],
    expect: {
      outcome: 'stopped',
      log: {
        ...handled(1),
        journey: [
          'opened',
          'reported: death',
          'reported: consent-withdrawn',
          'reported: identity-mismatch',
          'reported: consent-withdrawn',
          'reported: flags-raised',
          ...closed('stopped').journey.slice(1),
        ],
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: stopped'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'deviation: identity-mismatch', 'withdrawn'],
        'Death 1': ['entered', 'ended: settled'],
        'Confirm the death 1': ['not-so'],
        'Withdrawal 1': ['entered', 'ended: settled'],
        'IdentityMismatch 1': ['entered', 'ended: again'],
        'Decide on the withdrawal 1': ['goes-on'],
        'Withdrawal 2': ['entered', 'ended: settled'],
        'Decide on the withdrawal 2': ['consented-again'],
        'Resolve the mismatch 1': ['resolved'],
        'Confirm the resolution 1': ['again'],
        'IdentityMismatch 2': ['entered', 'ended: settled'],
        'Resolve the mismatch 2': ['resolved'],
        'Confirm the resolution 2': ['confirmed'],
        'FlagReview 1': ['entered', 'ended: stopped'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 2': ['entered', 'ended: stopped'],
        'Review the flags 1': ['stopped'],
        'Reassess the patient 2': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Decide on the withdrawal 1: half',
        'Resolve the mismatch 1: half',
        'Resolve the mismatch 2: half',
        'Follow the manufacture 1: maker-silent',
        'Review the flags 1: half',
      ],
      deviations: ['identity-mismatch'],
    },
  }),
};
