import { isActive } from '../journey/state.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** A reported death holds at once; two people confirm it or say it was not so. */
export const noDeathReported: Gate = {
  name: 'no-death-reported',
  class: 'never',
  judge: ({ state }) =>
    isActive(state, 'Death') ? closed('The death of the patient was reported and is being confirmed.') : OPEN,
};
