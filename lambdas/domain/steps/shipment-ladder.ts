import type { Leg } from '../journey/custody.ts';
import { arrivalNotSeen, lateArrivalsForeseen } from '../journey/late-arrival.ts';
import { qualifiedUntil } from '../journey/shipments.ts';
import { ROLES_OF } from '../plan/plan-item.ts';
import type { RungDefinition } from './step.ts';

/** Who is told of a shipment on its way, the same for both legs (clinical-pathway 1.D, S10 and S14). */
export const shipmentLadder = (leg: Leg): readonly RungDefinition[] => [
  {
    rung: 'arrival-late',
    at: { each: lateArrivalsForeseen },
    to: ROLES_OF[leg === 'outbound' ? 'shipment-out' : 'delivery'],
    class: 'critical',
  },
  { rung: 'no-scan', at: { each: arrivalNotSeen }, to: ['coordinator', 'cell-lab'], class: 'critical' },
  {
    rung: 'shipment-hold-ends',
    at: { instant: (state, step) => qualifiedUntil(step, state.site.zone, 'PT24H') },
    to: ['cell-lab', 'pharmacist', 'coordinator', 'qa'],
    class: 'critical',
  },
];
