import { productExpiry } from '../journey/product.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** No step authorises a product past its expiry. Of two readings of a printed date the earlier gates. */
export const notExpired: Gate = {
  name: 'not-expired',
  class: 'never',
  byTime: true,
  judge: ({ state, now }) => {
    const expiry = productExpiry(state);
    if (expiry === undefined) return unknown('No certificate states when the product expires.');
    return now < expiry ? OPEN : closed(`The product expired at ${expiry}. It cannot be given.`);
  },
};
