import { isAccepted } from '../journey/product.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** The product that is here was accepted, on arrival or out of quarantine. */
export const productAccepted: Gate = {
  name: 'product-accepted',
  class: 'never',
  judge: ({ state }) =>
    isAccepted(state) ? OPEN : closed('The certified product was not accepted on site. Inspect and accept it first.'),
};
