import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { decides, prescription, reports } from './usual-answers.ts';
import { certified, closed, closure, collected, handled, ordered, reassessed, received } from './usual-log.ts';

export const storageAlarm: Scenario = {
  name: 'storage-alarm',
  title:
    'The vessel alarms at night over the accepted product: what is in it is held, a deviation opens by itself, and nothing is prescribed before quality assurance has triaged it.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Prescribe the product',
        answers: [
          reports('storage-alarm', 'PT1H', 'cell-lab', ({ ago }) => ({
            storageDevice: 'LN2 vessel 3',
            alarmFrom: ago('PT50M'),
            alarmUntil: ago('PT10M'),
            highestTemperature: -118,
            explanation: 'Level low after a failed refill; filled up by hand.',
          })),
          { decision: 'prescribed', after: 'PT30M', evidence: prescription(course), refused: 403 },
          { decision: 'prescribed', after: '+2d 10:00', evidence: prescription(course) },
        ],
      },
      accounts(course, 1, 'destroyed'),
      decides('Triage the deviation', 'investigate', 'PT2H', () => ({
        deviationClass: 'critical',
        classReason: 'Above the limit of the label for forty minutes.',
        immediateAction: 'Vessel filled; containers stay where they are.',
      })),
    ],
    operations: [goesElsewhere('Verify the prescription')],
    expect: {
      outcome: 'cancelled',
      log: {
        ...handled(1),
        journey: ['opened', 'reported: storage-alarm', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(),
        ...certified(),
        ...reassessed(3),
        ...received(),
        ...closure({ containers: true }),
        plan: ['shipment-out', 'ready', 'delivery', 'conditioning, day-0, proximity-end'],
        'Treatment 1': ['entered', 'ended: cancelled'],
        'Give GO for thaw 1': ['withdrawn'],
        'Prescribe the product 1': ['deviation: storage-alarm', 'prescribed'],
        'Verify the prescription 1': ['withdrawn'],
        'Conditioning 1': ['entered', 'ended: cancelled'],
        'Excursion 1': ['entered', 'ended: settled'],
        'Record the disposition 1': ['may-be-used'],
      },
      reminders: [
        'Confirm readiness 1: slot-in-3-days',
        'Record apheresis 1: slot-tomorrow-1',
        'Follow the manufacture 1: ready-in-a-week',
        'Follow the delivery 1: delivery-tomorrow',
        'Prescribe the product 1: half',
        'Record the disposition 1: half',
        'Record the disposition 1: nearly',
      ],
      deviations: ['storage-alarm'],
    },
  }),
};
