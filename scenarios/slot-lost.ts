import type { Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { donationAccounts } from './usual-accounts.ts';
import { apheresis, release, shipped } from './usual-answers.ts';
import { item } from './usual-checklists.ts';
import { closed, closure, collected, ordered } from './usual-log.ts';

export const slotLost: Scenario = {
  name: 'slot-lost',
  title: 'Nobody accepts the slot before the hold of the maker ends: it is lost, and a new one is booked.',
  protocol: 'kymriah',
  play: (course) => ({
    scripts: [
      {
        step: 'Book the slots',
        round: 1,
        answers: [
          item('slot-offered', '+1d 09:00', {
            evidence: ({ at }) => ({
              manufacturingSlot: 'SLOT-4702',
              collectionSlot: { from: at(9, '08:00'), until: at(9, '14:00') },
              heldUntil: at(2, '12:00'),
            }),
          }),
          {
            decision: 'slot-lost',
            after: '+2d 14:00',
            evidence: () => ({ explanation: 'Ward had no chair; the maker gave the slot to another hospital.' }),
          },
        ],
      },
      // Two days later than usual would be too early here: the slot is a Monday.
      apheresis(course, 2),
      release(course, 2),
      shipped(course, 2),
      donationAccounts(course, [2, 'kept-by-maker']),
    ],
    operations: [goesElsewhere('Follow the manufacture')],
    expect: {
      outcome: 'cancelled',
      log: {
        journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
        ...ordered,
        ...collected(2),
        ...closure({ containers: true }),
        'Collection 1': ['entered', 'ended: rebook'],
        'Book the slots 1': ['slot-offered', 'acknowledged: slot-hold-ended', 'slot-lost'],
        plan: ['shipment-out', 'ready'],
        'Manufacturing 1': ['entered', 'ended: cancelled'],
        'Reassessment 1': ['entered', 'ended: cancelled'],
        'Record acceptance by the maker 1': ['accepted'],
        'Follow the manufacture 1': ['withdrawn'],
        'Reassess the patient 1': ['withdrawn'],
      },
      reminders: [
        'Book the slots 1: slot-hold-ends-soon',
        'Book the slots 1: slot-hold-ended',
        'Book the slots 2: slot-hold-ends-soon',
        'Confirm readiness 2: slot-in-3-days',
        'Record apheresis 2: slot-tomorrow-1',
      ],
      deviations: [],
    },
  }),
};
