import { chainOfIdentitySchema, sameChainOfIdentity } from '../identifiers/chain-of-identity.ts';
import { registeredIdentity } from '../journey/product.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/**
 * The chain of identity in front of the signer is the one registered for this journey. Never overridden; an error in
 * the evidence is corrected by its issuer and the whole check done again (design 2.11).
 */
export const identityMatches: Gate = {
  name: 'identity-matches',
  class: 'never',
  judge: ({ state, evidence }) => {
    const registered = registeredIdentity(state);
    if (registered === undefined) return OPEN; // the first to be seen is the one that is registered
    const seen = chainOfIdentitySchema.safeParse(evidence.chainOfIdentity);
    if (!seen.success) return unknown('No readable chain of identity was given, so it cannot be compared.');
    return sameChainOfIdentity(registered, seen.data)
      ? OPEN
      : closed('The chain of identity differs from the one registered for this journey. Stop, and call QA.');
  },
};
