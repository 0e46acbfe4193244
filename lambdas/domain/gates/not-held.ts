import { isHeld } from '../journey/state.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** While a journey is held nothing new is authorised; recording, stopping and quarantining go on. */
export const notHeld: Gate = {
  name: 'not-held',
  class: 'hold',
  judge: ({ state }) =>
    isHeld(state) ? closed('The journey is on hold. It can be signed again when the hold is resumed.') : OPEN,
};
