import { wasDecidedForThisProduct } from '../journey/product.ts';
import { isActive } from '../journey/state.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** After an excursion the maker's written disposition decides; until it is here the material waits, and a refusal stands. */
export const noOpenExcursion: Gate = {
  name: 'no-open-excursion',
  class: 'never',
  judge: ({ state }) => {
    // One that was found and that no commit had room for yet is one the same.
    if (isActive(state, 'Excursion') || state.found.some(({ excursion }) => excursion !== undefined)) {
      return closed("An excursion was reported; the maker's written disposition is awaited. QA records it.");
    }
    return wasDecidedForThisProduct(state, 'Record the disposition', 'rejected')
      ? closed('After an excursion the maker refused this material. It must not be used.')
      : OPEN;
  },
};
