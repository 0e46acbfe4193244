import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts, decides } from './usual-answers.ts';
import { acceptedEvidence, inspectionEvidence } from './usual-evidence.ts';

export const receiptQuarantine: Scenario = {
  name: 'receipt-quarantine',
  title:
    'Documents are missing in the shipper lid: the product waits in quarantine, QA is called after two days, and releases it when they are there.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Inspect the delivery',
        answers: [
          {
            decision: 'inspected',
            after: 'PT40M',
            evidence: inspectionEvidence(course, 1, { documentsPresent: false }),
          },
        ],
      },
      decides('Accept receipt', 'quarantined', 'PT1H', () => ({
        explanation: 'Release for infusion certificate is missing.',
        storagePosition: 'quarantine vessel LN2-Q',
        documentsPending: true,
      })),
      decides('Resolve quarantine', 'accepted', '+2d 16:00', (moment) => ({
        ...acceptedEvidence(course, 1)(moment),
        dispositionReference: 'certificate sent by the maker',
      })),
      accounts(course, 1, 'returned-to-maker'),
    ],
    operations: [goesElsewhere('Prescribe the product')],
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
