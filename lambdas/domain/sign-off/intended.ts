import type { StepRef } from '../events/data.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { isSigned, type SignedEvent } from '../events/signed-event.ts';
import type { Scribe } from '../journey/scribe.ts';
import { type Outcome, ok } from '../outcome.ts';
import type { Submitted } from './checks.ts';
import type { Signer } from './permission.ts';
import { recordSignOff } from './record-sign-off.ts';

/**
 * The event that a submission would be recorded as, or was recorded as before; else why it would be refused. What the scribe
 * wrote on the way is thrown away by the caller.
 *
 * @param log of the journey, without what the scribe wrote
 */
export function intended(
  scribe: Scribe,
  log: readonly JourneyEvent[],
  ref: StepRef,
  submission: Submitted,
  signer: Signer,
): Outcome<SignedEvent> {
  const recorded = recordSignOff(scribe, ref, submission, signer);
  if (!recorded.ok) return recorded;
  const event = signedIn(scribe) ?? log[recorded.value.seq - 1];
  if (event === undefined || !isSigned(event))
    throw new Error(`Journey ${scribe.state.id}: expected a signed event at ${recorded.value.seq}`);
  return ok(event);
}

/** What a person signed of the events a command wrote; the others follow from it. */
export const signedIn = ({ events }: Scribe): SignedEvent | undefined => events.find(isSigned);
