import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { certificateEvidence } from './usual-evidence.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const nameChanged: Scenario = {
  name: 'name-changed',
  title:
    'The patient marries while the product is made: identifiers agree and the name does not, so nothing is certified until two people, one of them QA, have read both names and the identity office’s word.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Check certificate',
        answers: [
          { decision: 'certified', after: 'PT2H', evidence: certificateEvidence(course, 1), refused: 403 },
          { decision: 'certified', after: '+1d 10:00', evidence: certificateEvidence(course, 1) },
        ],
      },
      {
        step: 'Resolve the mismatch',
        answers: [
          {
            decision: 'resolved',
            after: 'PT1H',
            evidence: () => ({
              issuer: 'identity-office',
              correctedReference: 'identity office, marriage certificate 77',
              chainOfIdentity: course.ids.chainOfIdentity,
              explanation: 'Married on the day before; the order, the birth date and the MRN are the same.',
            }),
          },
        ],
      },
      accounts(course, 1, 'not-delivered'),
    ],
    operations: [goesElsewhere('Agree the delivery')],
    ehr: [{ whenAsked: { step: 'Check certificate', round: 1 }, after: 'PT1H', family: 'Married' }],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'identity differs: name', 'cancelled', ...closed('cancelled').journey.slice(1)],
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
        'Check certificate 1': ['certified'],
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
      ],
      deviations: [],
    },
  }),
};
