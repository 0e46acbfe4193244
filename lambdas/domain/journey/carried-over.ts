import type { Protocol } from '../protocol/schema.ts';
import type { Instant } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import { fundingLapsed, lapsedCriteria } from './approvals.ts';
import { currentCertificate } from './product.ts';
import { type JourneyState, latestDecision } from './state.ts';

interface Asked {
  readonly state: JourneyState;
  readonly protocol: Protocol;
  readonly now: Instant;
  readonly round: number;
}

/** Ordered anew, only what no longer counts is asked again. */
export const stateOfOrder =
  (step: StepName, decision: string) =>
  ({ state, now }: Asked): string | undefined => {
    if (latestDecision(state, step)?.decision !== decision) return undefined;
    if (step === 'Confirm eligibility' && lapsedCriteria(state, now).length > 0) return undefined;
    if (step === 'Confirm funding' && fundingLapsed(state, now)) return undefined;
    return 'still-counts-from-before';
  };

/** A prescription that was verified stands for the batch it was written for, until it is prescribed anew. */
export function prescriptionStands({ state, round }: Asked): string | undefined {
  const verified = latestDecision(state, 'Verify the prescription');
  const certificate = currentCertificate(state);
  return verified?.decision === 'verified' &&
    certificate !== undefined &&
    verified.seq > certificate.seq &&
    verified.round < round
    ? 'still-counts-from-before'
    : undefined;
}
