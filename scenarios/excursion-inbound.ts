import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { decides, reports } from './usual-answers.ts';
import { acceptedEvidence, inspectionEvidence } from './usual-evidence.ts';
import { certified, closed, closure, collected, delivered, handled, ordered, reassessed } from './usual-log.ts';

export const excursionInbound: Scenario = {
  name: 'excursion-inbound',
  title:
    'The logger shows an excursion on arrival: the deviation is raised with the inspection, the product goes into quarantine, and is released on the written disposition of its maker.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Inspect the delivery',
        answers: [
          {
            decision: 'inspected',
            after: 'PT40M',
            evidence: inspectionEvidence(course, 1, {
              temperatureInRange: false,
              highestTemperature: -112,
              deviation: {
                class: 'critical',
                description: 'The logger shows 25 minutes above minus 120 degrees.',
                immediateAction: 'Left in the shipper, quality assurance called.',
              },
            }),
          },
        ],
      },
      {
        step: 'Accept receipt',
        answers: [
          { decision: 'accepted', after: 'PT30M', evidence: acceptedEvidence(course, 1), refused: 403 },
          reports('excursion', 'PT5M', 'pharmacist', () => ({
            leg: 'inbound',
            loggerFile: 'LOG-77, full trip',
            explanation: 'Above minus 120 degrees for 25 minutes.',
          })),
          {
            decision: 'quarantined',
            after: 'PT5M',
            evidence: () => ({
              explanation: 'Excursion on the way; the maker is asked.',
              storagePosition: 'quarantine vessel LN2-Q',
              documentsPending: false,
            }),
          },
        ],
      },
      decides('Resolve quarantine', 'accepted', '+1d 11:00', (moment) => ({
        ...acceptedEvidence(course, 1)(moment),
        dispositionReference: 'MAH-QA-2027-6',
      })),
      accounts(course, 1, 'returned-to-maker'),
    ],
    operations: [goesElsewhere('Verify the prescription')],
    expect: {
      outcome: 'cancelled',
      log: {
        ...handled(1, 2),
        journey: ['opened', 'reported: excursion', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(4),
        ...delivered(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'Receipt 1': ['entered', 'ended: accepted'],
        'Inspect the delivery 1': ['inspected', 'deviation: outside-limits'],
        'Accept receipt 1': ['deviation: excursion', 'quarantined'],
        'Excursion 1': ['entered', 'ended: settled'],
        'Record the disposition 1': ['may-be-used'],
        'Resolve quarantine 1': ['accepted'],
        'Conditioning 1': ['entered', 'ended: cancelled'],
        'Confirm receipt to the maker 1': ['confirmed'],
        'Treatment 1': ['entered', 'ended: cancelled'],
        'Prescribe the product 1': ['prescribed'],
        'Verify the prescription 1': ['withdrawn'],
        'Give GO for thaw 1': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Record the disposition 1: half',
        'Record the disposition 1: nearly',
        'Resolve quarantine 1: nearly',
        'Confirm receipt to the maker 1: due',
      ],
      deviations: ['outside-limits', 'excursion'],
    },
  }),
};
