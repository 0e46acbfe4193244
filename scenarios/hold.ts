import type { Scenario } from '../local/scenario/scenario.ts';
import { diesAtVisit } from './endings.ts';
import { decides } from './usual-answers.ts';
import { certified, collected, died, diedAt, ordered, reassessed, received, watched } from './usual-log.ts';

export const hold: Scenario = {
  name: 'hold',
  title:
    'The journey is held at the GO for three weeks: nobody is reminded meanwhile, and the GO is given after the resume.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      decides('Give GO for conditioning', 'go', '+23d 16:00', () => ({
        patientFit: true,
        noActiveInfection: true,
        rescueMedicationOnSite: true,
      })),
      ...diesAtVisit(5),
    ],
    operations: [
      {
        whenAsked: { step: 'Give GO for conditioning', round: 1 },
        after: 'PT2H',
        command: 'hold',
        reason: 'Positive blood culture.',
      },
      {
        whenAsked: { step: 'Give GO for conditioning', round: 1 },
        after: '+22d 10:00',
        command: 'resume',
        reason: 'Cultures negative twice.',
      },
    ],
    expect: {
      outcome: 'died',
      log: {
        ...died,
        journey: ['opened', 'held', 'resumed', ...died.journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...watched(course),
        ...diedAt(course, 5),
        plan: [
          'shipment-out',
          'ready',
          'delivery',
          'conditioning, day-0, proximity-end',
          'day-0, proximity-end',
          'proximity-end',
        ],
        'Conditioning 1': ['entered', 'ended: conditioned'],
        'Prescribe the product 1': ['prescribed'],
        'Verify the prescription 1': ['verified'],
        'Give GO for conditioning 1': ['go'],
        'Start conditioning 1': ['started'],
        'Complete conditioning 1': ['completed'],
        'Give GO for thaw 1': ['go'],
        'Confirm GO for thaw 1': ['go'],
        'Give the product 1': [
          'premedication-given',
          'identity-checked-before-thaw BAG-1',
          'identity-checked-before-thaw-second BAG-1',
          'thaw-started BAG-1',
          'thaw-ended BAG-1',
          'inspected-after-thaw BAG-1',
          'identity-checked BAG-1',
          'identity-checked-second BAG-1',
          'infusion-started BAG-1',
          'infusion-ended BAG-1',
          'identity-checked-before-thaw BAG-2',
          'identity-checked-before-thaw-second BAG-2',
          'thaw-started BAG-2',
          'thaw-ended BAG-2',
          'inspected-after-thaw BAG-2',
          'identity-checked BAG-2',
          'identity-checked-second BAG-2',
          'infusion-started BAG-2',
          'infusion-ended BAG-2',
          'given',
        ],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'End the proximity period 1: proximity-ends-in-2-days',
        // Three days before the window ends is a closed day here: it is told on the open day before, and the visit comes after.
        ...[1, 2, 3, 4].map((visit) => `Record follow-up visit ${visit}: visit-window-3`),
      ],
      deviations: [],
    },
  }),
};
