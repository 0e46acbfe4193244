import type { Scenario } from '../local/scenario/scenario.ts';
import { donationAccounts } from './usual-accounts.ts';
import { decides, milestones } from './usual-answers.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const manufacturingFailsStopped: Scenario = {
  name: 'manufacturing-fails-stopped',
  title: 'The manufacture fails, and the board decides against another try: everybody is stood down.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          {
            decision: 'failed',
            after: '+6d 15:00',
            evidence: () => ({ makerReference: 'failure notice 14', explanation: 'Contamination of the culture.' }),
          },
        ],
      },
      decides('Decide after a failed manufacture', 'stopped', '+1d 17:00', () => ({
        explanation: 'Disease progresses too fast for another manufacture; best supportive care.',
      })),
      donationAccounts(course, [1, 'used-up']),
    ],
    operations: [],
    expect: {
      outcome: 'stopped',
      log: {
        ...closed('stopped'),
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: stopped'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'failed'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 2': ['entered', 'ended: stopped'],
        'Decide after a failed manufacture 1': ['stopped'],
        'Reassess the patient 2': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: maker-silent',
      ],
      deviations: [],
    },
  }),
};
