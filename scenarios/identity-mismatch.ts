import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts, certificate, decides, reports } from './usual-answers.ts';
import { acceptedEvidence } from './usual-evidence.ts';

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
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
