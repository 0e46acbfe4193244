import type { Identifiers } from '../events/identifiers.ts';
import type { UnsealedEvent } from '../events/journey-event.ts';
import { certifiedBatch, certifiedContainers, collectedDonation, registeredIdentity } from './product.ts';
import type { JourneyState } from './state.ts';

/**
 * The identifiers an event carries, from the journey as it is with this event: what it registers itself is among them.
 * Undefined before anything was ordered.
 */
export function identifiersOf(state: JourneyState, event: UnsealedEvent): Identifiers | undefined {
  const chainOfIdentity = registeredIdentity(state);
  const donationNumber = collectedDonation(state);
  const batch = certifiedBatch(state);
  const containers = containersOf(event, certifiedContainers(state));
  const known: Identifiers = {
    ...(chainOfIdentity === undefined ? {} : { chainOfIdentity }),
    ...(donationNumber === undefined ? {} : { donationNumber }),
    ...(batch === undefined ? {} : { batch }),
    ...(containers.length === 0 ? {} : { containers: [...containers] }),
  };
  return Object.keys(known).length === 0 ? undefined : known;
}

/** The containers an event names, of those certified; where it names none of them, it is about all. */
function containersOf({ type, data }: UnsealedEvent, certified: readonly string[]): readonly string[] {
  const said: Readonly<Record<string, unknown>> =
    type === 'step.decided'
      ? data.evidence
      : type === 'checklist.recorded' || type === 'report.made'
        ? data.values
        : {};
  const named = [said.container, said.containers, said.containersGiven].flat().map(String);
  const own = certified.filter((container) => named.includes(container));
  return own.length === 0 ? certified : own;
}
