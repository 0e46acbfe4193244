import { proximityEndsAt } from '../journey/monitoring.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** The time near the hospital is over when the label says so (C13). */
export const nearLongEnough: Gate = {
  name: 'near-long-enough',
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, now }) => {
    const endsAt = proximityEndsAt(state, protocol);
    return endsAt === undefined || now >= endsAt ? OPEN : closed(`The patient stays near until ${endsAt}.`);
  },
};
