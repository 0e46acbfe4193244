import type { Scenario } from '../local/scenario/scenario.ts';
import { decides, milestones, reports } from './usual-answers.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const withdrawsConsent: Scenario = {
  name: 'withdraws-consent',
  title:
    'The patient takes back the consent to the therapy while the product is made: nothing more is authorised, and the course is stopped.',
  protocol: 'kymriah',
  play: () => ({
    scripts: [
      {
        step: 'Follow the manufacture',
        answers: [
          ...milestones(['started', '+2d 09:00']),
          reports('consent-withdrawn', '+3d 14:00', 'nurse', () => ({
            consents: ['therapy', 'conditioning'],
            explanation: 'The patient no longer wants the treatment.',
          })),
          { decision: 'made', after: 'PT1H', evidence: () => ({ makerReference: 'release notice' }), refused: 403 },
        ],
      },
      decides('Decide on the withdrawal', 'stopped', '+1d 10:00', () => ({
        explanation: 'Spoken with patient and family; the decision stands.',
      })),
    ],
    operations: [],
    expect: {
      outcome: 'stopped',
      log: {
        journey: ['opened', 'reported: consent-withdrawn', ...closed('stopped').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: stopped'],
        'Reassessment 1': ['entered', 'ended: stopped'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'withdrawn'],
        'Withdrawal 1': ['entered', 'ended: stopped'],
        'Decide on the withdrawal 1': ['stopped'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: ['Confirm readiness 1: slot-in-3-days', 'Record apheresis 1: slot-tomorrow-1'],
      deviations: [],
    },
  }),
};
