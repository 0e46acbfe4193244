import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { donationAccounts } from './usual-accounts.ts';
import { apheresis, decides, shipped } from './usual-answers.ts';
import { item } from './usual-checklists.ts';
import { readinessEvidence, releaseEvidence } from './usual-evidence.ts';
import { closed, closure, ordered } from './usual-log.ts';

export const collectionFails: Scenario = {
  name: 'collection-fails',
  title:
    'Access fails during the collection; new slots are booked, and the second collection is under target and accepted by the maker.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides('Confirm readiness', 'ready', '+1d 15:00', readinessEvidence, 2),
      {
        step: 'Record apheresis',
        round: 1,
        answers: [
          item('patient-identified', '+2d 08:05', {
            evidence: () => ({ chainOfIdentity: course.ids.chainOfIdentity }),
          }),
          {
            decision: 'recollect',
            after: 'PT2H',
            evidence: () => ({ explanation: 'Access lost, clotting in the circuit.' }),
          },
        ],
      },
      apheresis(course, 2),
      decides(
        'Release the collection',
        'released-under-target',
        '+0d 16:00',
        (moment) => ({ ...releaseEvidence(course, 2, 1.4)(moment), makerAcceptance: 'MAH-2027-44, in writing' }),
        2,
      ),
      shipped(course, 2),
      donationAccounts(course, [2, 'kept-by-maker']),
    ],
    operations: [goesElsewhere('Follow the manufacture')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...closure({ containers: true }),
        'Collection 1': ['entered', 'ended: recollect'],
        'Book the slots 1': ['slot-offered', 'booked'],
        'Check donor tests 1': ['tested'],
        'Confirm readiness 1': ['ready'],
        'Record apheresis 1': ['patient-identified', 'recollect'],
        'Collection 2': ['entered', 'ended: collected'],
        'Book the slots 2': ['slot-offered', 'booked'],
        'Check donor tests 2': ['tested'],
        'Confirm readiness 2': ['ready'],
        'Record apheresis 2': ['patient-identified', 'patient-identified-second', 'collected'],
        'Release the collection 2': ['released-under-target'],
        plan: ['shipment-out', 'ready'],
        'Ship the starting material 2': ['handed-over', 'arrived', 'delivered'],
        'Manufacturing 1': ['entered', 'ended: cancelled'],
        'Reassessment 1': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Record apheresis 2: slot-tomorrow-1',
        'Check donor tests 2: half',
        'Release the collection 2: half',
        'Record acceptance by the maker 1: nearly',
      ],
      deviations: [],
    },
  }),
};
