import { collections, decisionsOf } from './collections.ts';
import { donationsOf } from './donations.ts';
import type { JourneyState } from './state.ts';

/** What became of a donation that no certified batch was made of, as accounted for; `seq` is the decision that says so. */
export interface DonationAccount {
  readonly seq: number;
  readonly donationNumber: string;
  readonly fate: string;
  readonly certificate: string;
  readonly witness?: string;
}

export const donationAccounts = (state: JourneyState): readonly DonationAccount[] =>
  decisionsOf(state, 'Account for every container', 'accounted').flatMap(({ seq, evidence }) =>
    Array.isArray(evidence.donationAccounts)
      ? (evidence.donationAccounts as readonly Record<string, unknown>[]).map(
          ({ donationNumber, fate, certificate, witness }) => ({
            seq,
            donationNumber: String(donationNumber),
            fate: String(fate),
            certificate: String(certificate),
            ...(witness === undefined ? {} : { witness: String(witness) }),
          }),
        )
      : [],
  );

/** Donations of which no certified batch was made: whether a manufacture that failed used them up, only its maker knows. */
export function unusedDonations(state: JourneyState): readonly string[] {
  const used = new Set(
    decisionsOf(state, 'Check certificate', 'certified').flatMap((certificate) => donationsOf(state, certificate)),
  );
  return collections(state)
    .map(({ evidence }) => String(evidence.donationNumber))
    .filter((donation) => !used.has(donation));
}

/** Unused donations that nobody accounted for. The course is not over while there are any. */
export function donationsToAccount(state: JourneyState): readonly string[] {
  const settled = new Set(donationAccounts(state).map(({ donationNumber }) => donationNumber));
  return unusedDonations(state).filter((donation) => !settled.has(donation));
}
