import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { reports } from './usual-answers.ts';
import { certificateEvidence } from './usual-evidence.ts';
import { closed, closure, collected, handled, ordered } from './usual-log.ts';

export const certificateMismatch: Scenario = {
  name: 'certificate-mismatch',
  title:
    'The certificate carries another chain of identity: it is never overridden, but corrected in writing by its maker and confirmed by two people.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Check certificate',
        answers: [
          {
            decision: 'certified',
            after: '+1d 09:00',
            evidence: (moment) => ({
              ...certificateEvidence(course, 1)(moment),
              chainOfIdentity: { ...course.ids.chainOfIdentity, issuer: 'A9998' },
            }),
            refused: 403,
          },
          reports('identity-mismatch', 'PT10M', 'pharmacist', () => ({
            document: 'certificate QP-2027-1',
            explanation: 'The certificate names another issuer of the chain of identity.',
          })),
          { decision: 'certified', after: 'PT1H', evidence: certificateEvidence(course, 1), refused: 403 },
          { decision: 'certified', after: '+1d 10:00', evidence: certificateEvidence(course, 1) },
        ],
      },
      accounts(course, 1, 'not-delivered'),
    ],
    operations: [goesElsewhere('Agree the delivery')],
    expect: {
      outcome: 'cancelled',
      log: {
        ...handled(1),
        journey: ['opened', 'reported: identity-mismatch', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: certified'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['milestone', 'milestone', 'milestone', 'milestone', 'milestone', 'made'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 2': ['entered', 'ended: again'],
        'Reassess the patient 2': ['fit'],
        'Reassessment 3': ['entered', 'ended: cancelled'],
        'Check certificate 1': ['deviation: identity-mismatch', 'certified'],
        'IdentityMismatch 1': ['entered', 'ended: settled'],
        'Resolve the mismatch 1': ['resolved'],
        'Confirm the resolution 1': ['confirmed'],
        'Receipt 1': ['entered', 'ended: cancelled'],
        'Reassess the patient 3': ['withdrawn'],
        'Agree the delivery 1': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Resolve the mismatch 1: half',
      ],
      deviations: ['identity-mismatch'],
    },
  }),
};
