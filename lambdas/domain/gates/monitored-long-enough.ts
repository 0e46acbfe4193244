import { monitoringEndsAt } from '../journey/monitoring.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** Acute monitoring is over when the label says so, not when a bed is wanted. */
export const monitoredLongEnough: Gate = {
  name: 'monitored-long-enough',
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, now }) => {
    const endsAt = monitoringEndsAt(state, protocol);
    return endsAt === undefined || now >= endsAt ? OPEN : closed(`Acute monitoring lasts until ${endsAt}.`);
  },
};
