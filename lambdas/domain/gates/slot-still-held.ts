import { slotOffers } from '../journey/slots.ts';
import { stepsNamed } from '../journey/state.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** The maker still holds what it offered (C03); when it holds it longer, or offers anew, that is recorded as an offer first. */
export const slotStillHeld: Gate = {
  name: 'slot-still-held',
  class: 'never',
  byTime: true,
  judge: ({ state, now, evidence }) => {
    const step = stepsNamed(state, 'Book the slots').at(-1);
    const offers = step === undefined ? [] : slotOffers(step);
    // What was booked counts as long as the newest offer of that slot says.
    const booked = offers.find(({ manufacturingSlot }) => manufacturingSlot === evidence.manufacturingSlot);
    const until = (booked ?? offers[0])?.heldUntil;
    return until === undefined || now <= until
      ? OPEN
      : closed(`The maker held these slots until ${until}. Ask it for a new offer, and record that first.`);
  },
};
