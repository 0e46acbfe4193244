import { collections, decisionsOf } from './collections.ts';
import { collectedDonation, currentCertificate } from './product.ts';
import type { Decision, JourneyState } from './state.ts';

/** The donations a certificate says its batch was made from. */
export function donationsOf(state: JourneyState, { seq, evidence }: Decision): readonly string[] {
  if (Array.isArray(evidence.donationNumbers)) return evidence.donationNumbers.map(String);
  // Released certificates name none: they were signed as those of the collection before them.
  const before = collections(state).findLast((one) => one.seq < seq);
  return before === undefined ? [] : [String(before.evidence.donationNumber)];
}

/** The donations of a batch by its number. */
export function donationsOfBatch(state: JourneyState, batch: string): readonly string[] {
  const certified = decisionsOf(state, 'Check certificate', 'certified').findLast(
    (one) => one.evidence.batch === batch,
  );
  return certified === undefined ? [] : donationsOf(state, certified);
}

/** The donations of what the course now rests on: those of the certified product, else the newest collection. */
export function currentDonations(state: JourneyState): readonly string[] {
  const certified = currentCertificate(state);
  if (certified !== undefined) return donationsOf(state, certified);
  const collected = collectedDonation(state);
  return collected === undefined ? [] : [collected];
}
