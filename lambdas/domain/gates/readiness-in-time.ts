import { readinessNotBefore } from '../journey/readiness.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** Counts, access and the maker's slot are confirmed close to the collection, not weeks ahead of it. */
export const readinessInTime: Gate = {
  name: 'readiness-in-time',
  class: 'never',
  byTime: true,
  judge: ({ state, now }) => {
    const from = readinessNotBefore(state);
    if (from === undefined) return unknown('No slot is booked, so it is not known from when readiness counts.');
    return now >= from ? OPEN : closed(`Readiness for this slot can be confirmed from ${from} on.`);
  },
};
