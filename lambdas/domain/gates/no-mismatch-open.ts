import { wasDecidedForThisProduct } from '../journey/product.ts';
import { isActive } from '../journey/state.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** A reported mismatch of identity is never overridden: two people resolve it, or what it concerns is not used (design 2.11). */
export const noMismatchOpen: Gate = {
  name: 'no-mismatch-open',
  class: 'never',
  judge: ({ state }) => {
    if (isActive(state, 'IdentityMismatch')) {
      return closed('A mismatch of identity was reported and is being resolved by QA. Stop until it is.');
    }
    return wasDecidedForThisProduct(state, 'Resolve the mismatch', 'not-resolved')
      ? closed('A mismatch of identity could not be resolved: what it concerns must not be used.')
      : OPEN;
  },
};
