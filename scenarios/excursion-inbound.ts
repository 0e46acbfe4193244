import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts, decides, reports } from './usual-answers.ts';
import { acceptedEvidence, inspectionEvidence } from './usual-evidence.ts';

export const excursionInbound: Scenario = {
  name: 'excursion-inbound',
  title:
    'The logger shows an excursion on arrival: the product goes into quarantine, and is released on the written disposition of its maker.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Inspect the delivery',
        answers: [
          {
            decision: 'inspected',
            after: 'PT40M',
            evidence: inspectionEvidence(course, 1, { temperatureInRange: false, highestTemperature: -112 }),
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
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
