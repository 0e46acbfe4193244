import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { reports } from './usual-answers.ts';
import { closed, closure, ordered } from './usual-log.ts';

export const capa: Scenario = {
  name: 'capa',
  title:
    'A nurse raises a deviation; it needs a CAPA, whose first plan turns out not to be effective. The patient goes elsewhere meanwhile: the course is closed when the second was shown to be.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      {
        step: 'Book the slots',
        answers: [
          reports('deviation-raised', 'PT1H', 'nurse', () => ({
            deviationClass: 'major',
            concerns: 'care',
            explanation: 'The education of the ward for this product had lapsed.',
          })),
        ],
      },
      {
        step: 'Decide on the deviation',
        answers: [
          {
            decision: 'capa',
            after: 'PT2H',
            evidence: () => ({
              materialAfterDeviation: 'not-concerned',
              capaReferences: ['CAPA-2027-3'],
              explanation: 'It can happen again on every ward.',
            }),
          },
        ],
      },
      {
        step: 'Check that the CAPA works',
        round: 1,
        answers: [
          {
            decision: 'not-effective',
            after: '+1d 10:00',
            evidence: () => ({ explanation: 'Two of nine nurses had lapsed again.' }),
          },
        ],
      },
    ],
    operations: [goesElsewhere('Book the slots')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'reported: deviation-raised', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...closure({}),
        plan: [],
        'Collection 1': ['entered', 'ended: cancelled'],
        'Book the slots 1': ['deviation: deviation-raised', 'withdrawn'],
        'Deviation 1': ['entered', 'ended: needs-capa'],
        'Triage the deviation 1': ['investigate'],
        'Investigate the deviation 1': ['investigated'],
        'Decide on the deviation 1': ['capa'],
        'Capa 1': ['entered', 'ended: again'],
        'Plan the CAPA 1': ['planned'],
        'Check that the CAPA works 1': ['not-effective'],
        'Capa 2': ['entered', 'ended: settled'],
        'Plan the CAPA 2': ['planned'],
        'Check that the CAPA works 2': ['effective'],
      },
      reminders: [],
      deviations: ['deviation-raised'],
    },
  }),
};
