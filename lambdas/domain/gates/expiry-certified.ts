import { printedExpiry } from '../journey/product.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** The expiry on the label is the one on the certificate: another is a label of something else, or a wrong one. */
export const expiryCertified: Gate = {
  name: 'expiry-certified',
  class: 'never',
  judge: ({ state, evidence: { expiryOnLabel } }) => {
    const certified = printedExpiry(state);
    if (certified === undefined) return unknown('No batch is certified, so the expiry cannot be compared.');
    if (expiryOnLabel === undefined) return unknown('No expiry was read off the label, so it cannot be compared.');
    return expiryOnLabel === certified
      ? OPEN
      : closed('The expiry on the label differs from the one certified. Stop, and call QA.');
  },
};
