import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { decides } from './usual-answers.ts';
import { acceptedEvidence, inspectionEvidence } from './usual-evidence.ts';
import { certified, closed, closure, collected, delivered, ordered, reassessed } from './usual-log.ts';

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
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(4),
        ...delivered(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready', 'delivery'],
        'Receipt 1': ['entered', 'ended: cancelled'],
        'Accept receipt 1': ['quarantined'],
        'Resolve quarantine 1': ['acknowledged: documents-pending', 'accepted'],
        'Conditioning 1': ['entered', 'ended: cancelled'],
        'Confirm receipt to the maker 1': ['acknowledged: overdue', 'withdrawn'],
        'Prescribe the product 1': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Resolve quarantine 1: nearly',
        'Resolve quarantine 1: due',
        'Resolve quarantine 1: overdue',
        'Resolve quarantine 1: documents-pending',
        'Confirm receipt to the maker 1: overdue',
      ],
      deviations: [],
    },
  }),
};
