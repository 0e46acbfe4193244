import type { Moment, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { decides } from './usual-answers.ts';

const agreed = ({ at }: Moment) => ({
  deliveryWindow: { from: at(2, '09:00'), until: at(2, '13:00') },
  outOfHoursAgreement: 'duty rota of the cell laboratory',
  receiver: 'cell laboratory, early shift',
  reservedPosition: 'LN2-2 / rack 4 / box 7',
  patientStillFit: true,
});

import { certified, closed, closure, collected, ordered } from './usual-log.ts';

export const deteriorates: Scenario = {
  name: 'deteriorates',
  title:
    'Seen again, the patient is not fit: shipment, conditioning and thaw are flagged, and go on only when a physician clears them.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides(
        'Reassess the patient',
        'deteriorated',
        '+9d 11:00',
        ({ date }) => ({
          assessedOn: date(0),
          bridging: ['polatuzumab-based, one cycle'],
          explanation: 'Pneumonia, oxygen needed.',
        }),
        2,
      ),
      {
        step: 'Agree the delivery',
        answers: [
          { decision: 'agreed', after: '+0d 14:00', evidence: agreed, refused: 403 },
          { decision: 'agreed', after: '+7d 14:00', evidence: agreed },
        ],
      },
      decides('Review the flags', 'stay', '+2d 11:00', () => ({ explanation: 'Still on oxygen.' }), 1),
      decides(
        'Review the flags',
        'cleared',
        '+5d 11:00',
        ({ date }) => ({
          assessedOn: date(0),
          patientFit: true,
          explanation: 'Recovered, cultures negative twice.',
        }),
        2,
      ),
      accounts(course, 1, 'not-delivered'),
    ],
    operations: [goesElsewhere('Follow the delivery')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready', 'delivery, day-0'],
        'Reassessment 1': ['entered', 'ended: again'],
        'Reassess the patient 1': ['fit'],
        'Reassessment 2': ['entered', 'ended: again'],
        'Reassess the patient 2': ['deteriorated'],
        'Reassessment 3': ['entered', 'ended: again'],
        'FlagReview 1': ['entered', 'ended: again'],
        'Review the flags 1': ['stay'],
        'FlagReview 2': ['entered', 'ended: settled'],
        'Receipt 1': ['entered', 'ended: cancelled'],
        'Review the flags 2': ['cleared'],
        'Reassess the patient 3': ['fit'],
        'Reassessment 4': ['entered', 'ended: cancelled'],
        'Agree the delivery 1': ['acknowledged: overdue', 'agreed'],
        'Follow the delivery 1': ['withdrawn'],
        'Reassess the patient 4': ['withdrawn'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Review the flags 2: half',
        'Agree the delivery 1: half',
        'Agree the delivery 1: nearly',
        'Agree the delivery 1: due',
        'Agree the delivery 1: overdue',
      ],
      deviations: [],
    },
  }),
};
