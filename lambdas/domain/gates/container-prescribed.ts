import { prescribedContainers } from '../journey/product.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** The container in hand is one of those prescribed. Nobody confirms another; what was done with another is recorded. */
export const containerPrescribed: Gate = {
  name: 'container-prescribed',
  class: 'never',
  judge: ({ state, evidence: { container } }) => {
    // Every item asks for the container; before one is named there is nothing to say.
    if (container === undefined) return OPEN;
    const prescribed = prescribedContainers(state);
    return prescribed.includes(String(container))
      ? OPEN
      : closed(`Container: got ${String(container)}, expected one of ${prescribed.join(', ')} as prescribed.`);
  },
};
