import { availability, isAvailable } from '../journey/availability.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** Conditioning starts only when the product is as near as protocol and site ask, the stricter of the two (S17). */
export const productAvailable: Gate = {
  name: 'product-available',
  class: 'never',
  judge: ({ state, protocol }) =>
    isAvailable(state, protocol)
      ? OPEN
      : closed(`The product is not yet as near as it must be before conditioning: ${availability(state, protocol)}.`),
};
