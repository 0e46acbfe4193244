import { toGiveBefore } from '../clocks/component-order.ts';
import { newestAdministration } from '../journey/product.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** The components of a product are given in the order of its label. */
export const componentInOrder: Gate = {
  name: 'component-in-order',
  class: 'never',
  judge: ({ state, protocol, now, evidence: { container } }) => {
    const step = newestAdministration(state);
    if (step === undefined || container === undefined) return OPEN;
    const before = toGiveBefore(state, step, protocol, String(container), now);
    return before.length === 0
      ? OPEN
      : closed(`Container ${String(container)}: ${before.join(', ')} of an earlier component is infused first.`);
  },
};
