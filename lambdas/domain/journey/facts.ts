import { deadlineOf } from '../clocks/deadline.ts';
import { plannedVisit } from '../clocks/follow-up.ts';
import { batchCertified } from '../gates/batch-certified.ts';
import type { Gate } from '../gates/gate.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import { CONSENTS, consentsTo } from './consents.ts';
import { containersToAccount } from './containers.ts';
import { type Fact, listed, type MaybeFact } from './fact.ts';
import { clockFacts } from './facts-of-clocks.ts';
import { orderFacts } from './facts-of-order.ts';
import { planFacts } from './facts-of-plan.ts';
import { productFacts } from './facts-of-product.ts';
import { troubleFacts } from './facts-of-trouble.ts';
import { firstPeople } from './first-people.ts';
import { lostBy } from './lost.ts';
import { partiesInvolved } from './parties.ts';
import {
  certifiedBatch,
  certifiedContainers,
  prescribedContainers,
  productExpiry,
  registeredIdentity,
} from './product.ts';
import { deathToRegistry } from './registry.ts';
import { type JourneyState, latestDecision, type StepState } from './state.ts';

/** Everything a signer is shown of the journey; never what depends on the time of reading. */
export function factsOf(state: JourneyState, step: StepState, protocol: Protocol): readonly Fact[] {
  // What is compared is not shown: it must be read off the label, not off the screen.
  const identity = asks(step.step, identityMatches) ? undefined : registeredIdentity(state);
  const donation = latestDecision(state, 'Record apheresis')?.evidence.donationNumber;
  const visit = step.phase === 'FollowUpVisit' ? plannedVisit(state, protocol, step.round) : undefined;
  const facts: readonly MaybeFact[] = [
    ...troubleFacts(state, step),
    ['product', protocol.names.brand.join(', ')],
    ['site', state.site.id],
    ['chainOfIdentity', identity === undefined ? undefined : `${identity.issuer} ${identity.scheme} ${identity.value}`],
    ['donationNumber', typeof donation === 'string' ? donation : undefined],
    ['batch', asks(step.step, batchCertified) ? undefined : certifiedBatch(state)],
    ['containers', listed(certifiedContainers(state))],
    ['containersPrescribed', prescribedOnly(state)],
    ['containersToAccount', toAccount(state, step)],
    ['productExpiry', productExpiry(state)],
    ['visit', visit?.name],
    ['consentsGiven', step.step === 'Account for every container' ? given(state) : undefined],
    ['waiting', step.step === 'Stand everything down' ? listed(partiesInvolved(state)) : undefined],
    ['lostSince', lostBy(state)?.occurredAt.at],
    ['deathToRegistry', step.step === 'Stand everything down' ? deathToRegistry(state, protocol) : undefined],
    ...orderFacts(state, step),
    ...productFacts(state, step, protocol),
    ...planFacts(state, step, protocol),
    ...clockFacts(state, step, protocol),
    ['firstPerson', firstPerson(state, step)],
    ['dueAt', deadlineOf(state, step, protocol).at],
  ];
  return facts.flatMap(([label, value, of]) =>
    value === undefined ? [] : [of === undefined ? { label, value } : { label, value, of }],
  );
}

const asks = (step: StepName, gate: Gate): boolean => {
  const { decisions, checklist } = steps[step];
  return [...Object.values(decisions), ...(checklist?.items ?? [])].some(({ gates }) => gates.includes(gate));
};

/** What is prescribed, where that is not simply everything that was certified. */
function prescribedOnly(state: JourneyState): string | undefined {
  const prescribed = prescribedContainers(state);
  return prescribed.length === certifiedContainers(state).length ? undefined : listed(prescribed);
}

const toAccount = (state: JourneyState, { step }: StepState): string | undefined =>
  step === 'Account for every container' || step === 'Close the course'
    ? listed(containersToAccount(state).map(({ batch, container }) => `${batch} / ${container}`))
    : undefined;

/** The consents that stand: what becomes of unused material rests on one of them. */
const given = (state: JourneyState): string | undefined => listed(CONSENTS.filter((kind) => consentsTo(state, kind)));

/** Who signed the steps that this one is the second person's part of. */
function firstPerson(state: JourneyState, step: StepState): string | undefined {
  return listed([...new Set(firstPeople(state, step).flatMap(({ by }) => (by.kind === 'person' ? [by.id] : [])))]);
}
