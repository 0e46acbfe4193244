import type { Instant } from '../time.ts';
import type { JourneyState } from './state.ts';

/** One collection that gave material; `seq` is the decision that recorded it. */
export interface Donation {
  readonly seq: number;
  readonly donationNumber: string;
  readonly collectedAt: Instant;
}

/** Every donation of this course, oldest first. */
export const donationsOf = (state: JourneyState): readonly Donation[] =>
  Object.values(state.steps)
    .flatMap(({ step, decision }) =>
      step === 'Record apheresis' && decision?.decision === 'collected'
        ? [
            {
              seq: decision.seq,
              donationNumber: String(decision.evidence.donationNumber),
              collectedAt: String(decision.evidence.endedAt),
            },
          ]
        : [],
    )
    .toSorted((one, other) => one.seq - other.seq);
