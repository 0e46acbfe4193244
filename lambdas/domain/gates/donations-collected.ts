import { collections } from '../journey/collections.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/**
 * The donations a certificate names were collected in this journey; another is a mismatch of identity, never overridden. A
 * product made without the patient's cells names none.
 */
export const donationsCollected: Gate = {
  name: 'donations-collected',
  class: 'never',
  judge: ({ state, protocol, evidence }) => {
    const named = Array.isArray(evidence.donationNumbers) ? evidence.donationNumbers.map(String) : [];
    const collected = new Set(collections(state).map((one) => String(one.evidence.donationNumber)));
    const strangers = named.filter((donation) => !collected.has(donation));
    if (strangers.length > 0) {
      return closed(
        `Donations on the certificate: got ${strangers.length} that this journey did not collect, expected only those it did. Stop, and report that identifiers do not agree.`,
      );
    }
    return named.length > 0 || protocol.startingMaterial.kind === 'none'
      ? OPEN
      : unknown('The certificate names no donation, so it cannot be compared with the collections. Ask the maker.');
  },
};
