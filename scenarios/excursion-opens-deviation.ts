import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { reports } from './usual-answers.ts';
import { custody } from './usual-checklists.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const excursionOpensDeviation: Scenario = {
  name: 'excursion-opens-deviation',
  title:
    'A late refill of the shipper is reported: the deviation opens by itself, is found minor with its reason, and is closed in one signed triage; a person raises another, which the first investigation does not explain.',
  protocol: 'kymriah',
  inHospital: true,
  play: (course) => ({
    scripts: [
      {
        step: 'Ship the starting material',
        answers: [
          ...custody(course, 'out', '+0d 16:30', '+1d 11:00'),
          reports('excursion', 'PT20M', 'cell-lab', () => ({
            leg: 'outbound',
            explanation: 'The shipper was filled an hour late; its logger stayed within its limits.',
          })),
          reports('deviation-raised', 'PT10M', 'nurse', () => ({
            deviationClass: 'critical',
            concerns: 'identity',
            explanation: 'The hand-over form bore no second signature.',
            immediateAction: 'Signed by who was there.',
          })),
          { decision: 'delivered', after: 'PT1H', evidence: () => ({ deliveryReference: 'POD-88120' }) },
        ],
      },
      {
        step: 'Triage the deviation',
        round: 1,
        answers: [
          { decision: 'closed', after: 'PT2H', evidence: () => ({ explanation: 'The logger stayed in its limits.' }) },
        ],
      },
      {
        step: 'Triage the deviation',
        round: 2,
        answers: [
          { decision: 'closed', after: 'PT2H', evidence: () => ({ explanation: 'Signed later.' }), refused: 422 },
          { decision: 'investigate', after: 'PT1H', evidence: () => ({ immediateAction: 'Both were heard.' }) },
        ],
      },
      {
        step: 'Decide on the deviation',
        round: 2,
        answers: [
          {
            decision: 'again',
            after: 'PT2H',
            evidence: () => ({ explanation: 'Why nobody noticed it at the hand-over is not said.' }),
          },
        ],
      },
    ],
    operations: [goesElsewhere('Follow the manufacture')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: [
          'opened',
          'reported: excursion',
          'reported: deviation-raised',
          'cancelled',
          ...closed('cancelled').journey.slice(1),
        ],
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Ship the starting material 1': [
          'handed-over',
          'arrived',
          'deviation: excursion',
          'deviation: deviation-raised',
          'delivered',
        ],
        'Excursion 1': ['entered', 'ended: settled'],
        'Record the disposition 1': ['may-be-used'],
        'Manufacturing 1': ['entered', 'ended: cancelled'],
        'Reassessment 1': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
        'Deviation 1': ['entered', 'ended: settled'],
        'Triage the deviation 1': ['closed'],
        'Deviation 2': ['entered', 'ended: again'],
        'Triage the deviation 2': ['investigate'],
        'Investigate the deviation 2': ['investigated'],
        'Decide on the deviation 2': ['again'],
        'Deviation 3': ['entered', 'ended: settled'],
        'Triage the deviation 3': ['investigate'],
        'Investigate the deviation 3': ['investigated'],
        'Decide on the deviation 3': ['no-capa'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Record the disposition 1: half',
        'Record the disposition 1: nearly',
      ],
      deviations: ['excursion', 'deviation-raised'],
    },
  }),
};
