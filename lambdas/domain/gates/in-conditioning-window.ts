import { conditioningWindow } from '../journey/conditioning.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** The product is given inside the two-sided window after conditioning (C08), or while the count counts on which that was left out; after it conditioning is decided on anew. */
export const inConditioningWindow: Gate = {
  name: 'in-conditioning-window',
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, now }) => {
    if (protocol.conditioning === undefined) return OPEN;
    const window = conditioningWindow(state, protocol);
    if (window === undefined) return unknown('No completed conditioning is recorded, so its window is not known.');
    if (now < window.from) return closed(`The window after conditioning opens at ${window.from}.`);
    return now <= window.until ? OPEN : closed(`The window after conditioning ended at ${window.until}.`);
  },
};
