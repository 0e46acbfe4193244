import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { certificate, decides, reports } from './usual-answers.ts';
import { acceptedEvidence } from './usual-evidence.ts';
import { certified, closed, closure, collected, delivered, handled, ordered } from './usual-log.ts';

export const identityMismatch: Scenario = {
  name: 'identity-mismatch',
  title:
    'The label on arrival belongs to another chain of identity, and its maker cannot explain it: the product is never accepted, and made again.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Accept receipt',
        round: 1,
        answers: [
          {
            decision: 'accepted',
            after: 'PT30M',
            evidence: (moment) => ({
              ...acceptedEvidence(course, 1)(moment),
              chainOfIdentity: { issuer: 'A9998', scheme: 'maker', value: 'COI-OTHER' },
            }),
            refused: 403,
          },
          reports('identity-mismatch', 'PT10M', 'pharmacist', () => ({
            document: 'label of both bags',
            explanation: 'The label carries another chain of identity than order and certificate.',
          })),
          {
            decision: 'remake',
            after: '+1d 15:00',
            evidence: () => ({ explanation: 'The maker cannot say whose cells these are.' }),
          },
        ],
      },
      decides('Resolve the mismatch', 'not-resolved', 'PT4H', () => ({
        explanation: 'The maker found two labels exchanged and cannot rule out more.',
      })),
      certificate(course, 2),
      accounts(course, 1, 'returned-to-maker'),
    ],
    operations: [goesElsewhere('Follow the manufacture', 2)],
    expect: {
      outcome: 'cancelled',
      log: {
        ...handled(1, 2),
        journey: ['opened', 'reported: identity-mismatch', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...delivered(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 2': ['entered', 'ended: again'],
        'Reassess the patient 2': ['fit'],
        'Reassessment 3': ['entered', 'ended: again'],
        'Receipt 1': ['entered', 'ended: remake'],
        'Accept receipt 1': [
          'deviation: identity-mismatch',
          'acknowledged: acceptance-overdue',
          'acknowledged: overdue',
          'remake',
        ],
        'IdentityMismatch 1': ['entered', 'ended: settled'],
        'Resolve the mismatch 1': ['not-resolved', 'deviation: identity-not-resolved'],
        'Reassess the patient 3': ['fit'],
        'Reassessment 4': ['entered', 'ended: cancelled'],
        'Manufacturing 2': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 2': ['not needed: made-again-from-kept-material'],
        'Reassess the patient 4': ['withdrawn'],
        'Follow the manufacture 2': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Accept receipt 1: half',
        'Accept receipt 1: nearly',
        'Resolve the mismatch 1: half',
        'Accept receipt 1: acceptance-overdue',
        'Accept receipt 1: due',
        'Resolve the mismatch 1: nearly',
        'Accept receipt 1: overdue',
      ],
      deviations: ['identity-mismatch', 'identity-not-resolved'],
    },
  }),
};
