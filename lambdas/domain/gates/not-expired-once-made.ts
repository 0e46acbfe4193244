import { availability } from '../journey/availability.ts';
import { currentCertificate } from '../journey/product.ts';
import { type Gate, OPEN } from './gate.ts';
import { notExpired } from './not-expired.ts';

/** Where conditioning goes on while the product is still made, there is no expiry yet; from its certificate on it gates. */
export const notExpiredOnceMade: Gate = {
  ...notExpired,
  judge: (context) => {
    const { state, protocol } = context;
    const stillMade = currentCertificate(state) === undefined;
    return stillMade && availability(state, protocol) === 'made-during-conditioning' ? OPEN : notExpired.judge(context);
  },
};
