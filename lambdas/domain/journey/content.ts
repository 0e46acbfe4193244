import { hashOf } from '../audit/hash.ts';
import { deadlineOf } from '../clocks/deadline.ts';
import { plannedVisit } from '../clocks/follow-up.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import { meaningsOf } from '../steps/meanings.ts';
import type { StepName } from '../vocabulary.ts';
import { orderFacts } from './order-facts.ts';
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

const comparesIdentity = (step: StepName): boolean => {
  const { decisions, checklist } = steps[step];
  return [...Object.values(decisions), ...(checklist?.items ?? [])].some(({ gates }) =>
    gates.includes(identityMatches),
  );
};

function factsOf(state: JourneyState, step: StepState, protocol: Protocol): readonly Fact[] {
  // Where an identity is compared, the registered one is not shown: it must be read off the label, not off the screen.
  const identity = comparesIdentity(step.step) ? undefined : registeredIdentity(state);
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
    ...orderFacts(state, step),
    ['dueAt', deadlineOf(state, step, protocol).at],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
