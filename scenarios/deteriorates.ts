import type { Moment, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts, decides } from './usual-answers.ts';

const agreed = ({ at }: Moment) => ({
  deliveryWindow: { from: at(2, '09:00'), until: at(2, '13:00') },
  receiver: 'cell laboratory, early shift',
  reservedPosition: 'LN2-2 / rack 4 / box 7',
  patientStillFit: true,
});

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
    expect: { outcome: 'completed', log: {}, reminders: [], deviations: [] },
  }),
};
