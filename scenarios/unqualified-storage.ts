import type { KnownEntry, Scenario } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { accounts } from './usual-accounts.ts';
import { acceptedEvidence } from './usual-evidence.ts';
import { certified, closed, closure, collected, delivered, ordered, reassessed } from './usual-log.ts';

const vessel = (id: string, name: string, calibrationDue: string): KnownEntry => ({
  register: 'equipment',
  id,
  by: 'qa',
  why: 'as in the asset register',
  at: '2026-06-02T08:00:00.000Z',
  entry: {
    name,
    owner: 'cell-lab',
    status: 'IN_USE',
    kind: 'ln2-vessel',
    qualified: { installation: '2024-03-04', operation: '2024-03-11', performance: '2024-03-25' },
    range: { min: -196, max: -150 },
    mapping: { report: `MAP-${id}`, on: '2024-03-25', next: '2028-03-25', loaded: true },
    calibration: { certificate: `CAL-${id}`, on: '2026-01-04', due: calibrationDue },
    alarm: { low: -196, high: -150, testedOn: '2026-06-01', due: '2028-06-01' },
    positions: ['rack'],
  },
});

export const unqualifiedStorage: Scenario = {
  name: 'unqualified-storage',
  title:
    'The calibration of the vessel that is named at receipt has lapsed: the product is not accepted into it, and goes into another.',
  protocol: 'kymriah',
  registers: [vessel('LN2-2', 'LN2 vessel 2', '2027-01-04'), vessel('LN2-3', 'LN2 vessel 3', '2028-01-04')],
  play: (course) => {
    const accepted = acceptedEvidence(course, 1);
    return {
      scripts: [
        {
          step: 'Accept receipt',
          answers: [
            { decision: 'accepted', after: 'PT1H', evidence: accepted, refused: 403 },
            {
              decision: 'accepted',
              after: 'PT20M',
              evidence: (moment) => ({ ...accepted(moment), storageDevice: 'LN2-3' }),
            },
          ],
        },
        accounts(course, 1, 'returned-to-maker'),
      ],
      operations: [goesElsewhere('Prescribe the product')],
      expect: {
        outcome: 'cancelled',
        log: {
          journey: ['opened', 'cancelled', ...closed('cancelled').journey.slice(1)],
          ...ordered,
          ...collected(),
          ...certified(),
          ...reassessed(3),
          ...delivered(),
          ...closure({ containers: true }),
          plan: ['shipment-out', 'ready', 'delivery'],
          'Receipt 1': ['entered', 'ended: cancelled'],
          'Accept receipt 1': ['accepted'],
          'Conditioning 1': ['entered', 'ended: cancelled'],
          'Confirm receipt to the maker 1': ['withdrawn'],
          'Prescribe the product 1': ['withdrawn'],
        },
        reminders: [
          'Confirm readiness 1: slot-in-3-days',
          'Record apheresis 1: slot-tomorrow-1',
          'Follow the manufacture 1: ready-in-a-week',
          'Follow the delivery 1: delivery-tomorrow',
        ],
        deviations: [],
      },
    };
  },
};
