import type { ChainOfIdentity } from './chain-of-identity.ts';

/**
 * Identifiers by which others know a journey. Each is claimed by the commit that records it and belongs to one journey
 * only: the same number on two journeys is a mix-up, found before it can do harm.
 */
export const claimOfChain = ({ issuer, scheme, value }: ChainOfIdentity): string =>
  claim('chain-of-identity', issuer, scheme, value);

export const claimOfDonation = (donationNumber: string): string => claim('donation', donationNumber);

export const claimOfPartner = ({ party, scheme, value }: { party: string; scheme: string; value: string }): string =>
  claim('partner', party, scheme, value);

export const claimOfContainer = (maker: string, batch: string, container: string): string =>
  claim('container', maker, batch, container);

/** Parts are told apart by JSON's own quoting, so that no two identifiers can read alike. */
const claim = (kind: string, ...parts: readonly string[]): string => `${kind} ${JSON.stringify(parts)}`;
