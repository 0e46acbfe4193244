import { containersContained, refusedAfterDeviation } from '../deviations/contained.ts';
import { prescribedContainers } from '../journey/product.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** What quality assurance holds after a deviation waits for its decision; what it refused is not used. */
export const notContained: Gate = {
  name: 'not-contained',
  class: 'never',
  judge: ({ state }) => {
    if (refusedAfterDeviation(state)) {
      return closed('After a deviation QA decided that this material must not be used.');
    }
    const held = containersContained(state).filter((one) => prescribedContainers(state).includes(one));
    return held.length === 0
      ? OPEN
      : closed(`Containers ${held.join(', ')} are held after a deviation. QA decides on it first.`);
  },
};
