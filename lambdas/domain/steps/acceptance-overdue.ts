import { arrivedAt } from '../journey/shipments.ts';
import { acceptanceDecision } from '../protocol/accessors.ts';
import { type Instant, plus } from '../time.ts';
import type { RungDefinition } from './step.ts';

/**
 * QA hears of a product that nobody has accepted, quarantined or refused in its time (S15). It belongs to every step that may
 * be open by then; of those, to the one that is.
 */
export const acceptanceOverdue: RungDefinition = {
  rung: 'acceptance-overdue',
  at: {
    instant: (state, step, protocol): Instant | undefined => {
      const arrived = arrivedAt(state);
      if (arrived === undefined) return undefined;
      const limit = plus(arrived, acceptanceDecision(protocol), state.site.zone);
      const toldBefore = step.step !== 'Follow the delivery' && limit <= step.openedAt;
      return toldBefore ? undefined : limit;
    },
  },
  to: ['qa', 'pharmacist'],
  class: 'critical',
};
