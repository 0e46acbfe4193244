import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { decides } from './usual-answers.ts';
import { custody } from './usual-checklists.ts';
import { orderEvidence } from './usual-evidence.ts';
import { closed, closure, collected, handled, ordered } from './usual-log.ts';

export const fromPaper: Scenario = {
  name: 'from-paper',
  title:
    'The network is down while funding is confirmed: it is signed on paper, entered after the weekend, and compared by another person; another entry turns out not to be what the paper says.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Confirm funding',
        answers: [
          {
            decision: 'funded',
            after: '+3d 10:00',
            evidence: orderEvidence.funded,
            happened: 'PT66H',
            paper: { doneBy: 'pharmacist', reference: 'downtime folder 2027-01, page 4' },
          },
        ],
      },
      {
        step: 'Compare with the paper record',
        round: 1,
        answers: [
          {
            decision: 'same',
            after: 'PT2H',
            as: 'coordinator',
            evidence: () => ({ paperCompared: true }),
            refused: 403,
          },
          { decision: 'same', after: 'PT1H', evidence: () => ({ paperCompared: true }) },
        ],
      },
      {
        step: 'Ship the starting material',
        answers: [
          ...custody(course, 'out', '+0d 16:30', '+1d 11:00').map((answer, at) =>
            at === 0
              ? answer
              : {
                  ...answer,
                  after: '+1d 12:00',
                  happened: 'PT1H',
                  paper: { doneBy: 'cell-lab' as const, reference: 'downtime folder 2027-01, page 9' },
                },
          ),
          { decision: 'delivered', after: 'PT1H', evidence: () => ({ deliveryReference: 'POD-88120' }) },
        ],
      },
      decides(
        'Compare with the paper record',
        'differs',
        '+1d 10:00',
        () => ({ explanation: 'The seal on paper has another number.' }),
        2,
      ),
    ],
    operations: [goesElsewhere('Follow the manufacture')],
    expect: {
      outcome: 'cancelled',
      log: {
        ...handled(1),
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Transcription 1': ['entered', 'ended: settled'],
        'Compare with the paper record 1': ['same'],
        'Manufacturing 1': ['entered', 'ended: cancelled'],
        'Reassessment 1': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 1': ['accepted'],
        'Transcription 2': ['entered', 'ended: settled'],
        'Compare with the paper record 2': ['differs', 'deviation: transcription-differs'],
        'Follow the manufacture 1': ['withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: ['Confirm readiness 1: slot-in-3-days', 'Record apheresis 1: slot-tomorrow-1'],
      deviations: ['transcription-differs'],
    },
  }),
};
