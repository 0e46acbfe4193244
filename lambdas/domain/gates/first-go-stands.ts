import { firstGoOf } from '../journey/go.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** The second person confirms a GO that counts: once it ended or was reopened it is given anew, by both. */
export const firstGoStands: Gate = {
  name: 'first-go-stands',
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, now }) => {
    const go = firstGoOf(state, protocol, 'thaw');
    if (go === undefined) return closed('No first GO was given.');
    if (go.reopenedBy !== undefined) {
      return closed(`The first GO was reopened by a new ${go.reopenedBy}. Decide no-go: it is given anew.`);
    }
    return now <= go.endsAt ? OPEN : closed(`The first GO ended at ${go.endsAt}. Decide no-go: it is given anew.`);
  },
};
