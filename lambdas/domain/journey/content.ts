import { hashOf } from '../audit/hash.ts';
import { deadlineOf } from '../clocks/deadline.ts';
import { plannedVisit } from '../clocks/follow-up.ts';
import type { Protocol } from '../protocol/schema.ts';
import { meaningsOf } from '../steps/meanings.ts';
import { certifiedBatch, certifiedContainers, productExpiry, registeredIdentity } from './product.ts';
import { type JourneyState, latestDecision, type StepState } from './state.ts';

/** One line of what a signer is shown; `label` is a key of the page dictionaries. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Everything a signature binds to, free of language: two people who read different languages sign the same thing. */
export interface StepContent {
  readonly journeyId: string;
  readonly phase: string;
  readonly round: number;
  readonly step: string;
  readonly version: number;
  /** What a signature will mean, by decision and by `recordOf(item)`. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly protocol: { readonly id: string; readonly version: number; readonly sha256: string };
  readonly facts: readonly Fact[];
}

export function contentOf(state: JourneyState, step: StepState, protocol: Protocol): StepContent {
  return {
    journeyId: state.id,
    phase: step.phase,
    round: step.round,
    step: step.step,
    version: step.version,
    meanings: meaningsOf(step.step),
    protocol: state.protocol,
    facts: factsOf(state, step, protocol),
  };
}

/** Hash of what was shown; a submission that carries another hash signs something that is no longer so. */
export const contentHash = (content: StepContent): string => hashOf(content);

function factsOf(state: JourneyState, step: StepState, protocol: Protocol): readonly Fact[] {
  const identity = registeredIdentity(state);
  const donation = latestDecision(state, 'Record apheresis')?.evidence.donationNumber;
  const visit = step.phase === 'FollowUpVisit' ? plannedVisit(state, protocol, step.round) : undefined;
  const containers = certifiedContainers(state);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['product', protocol.names.brand.join(', ')],
    ['site', state.site.id],
    ['chainOfIdentity', identity === undefined ? undefined : `${identity.issuer} ${identity.scheme} ${identity.value}`],
    ['donationNumber', typeof donation === 'string' ? donation : undefined],
    ['batch', certifiedBatch(state)],
    ['containers', containers.length === 0 ? undefined : containers.join(', ')],
    ['productExpiry', productExpiry(state)],
    ['visit', visit?.name],
    ['dueAt', deadlineOf(state, step, protocol).at],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
