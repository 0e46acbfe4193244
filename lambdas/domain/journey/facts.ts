import { deadlineOf } from '../clocks/deadline.ts';
import { plannedVisit } from '../clocks/follow-up.ts';
import { batchCertified } from '../gates/batch-certified.ts';
import { donationsCollected } from '../gates/donations-collected.ts';
import { expiryCertified } from '../gates/expiry-certified.ts';
import type { Gate } from '../gates/gate.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import type { StepName } from '../vocabulary.ts';
import { byComponent } from './components.ts';
import { CONSENTS, consentsTo } from './consents.ts';
import { containersToAccount } from './containers.ts';
import { donationsToAccount } from './donation-accounts.ts';
import { currentDonations } from './donations.ts';
import { type Fact, listed, type MaybeFact, present } from './fact.ts';
import { changeFacts } from './facts-of-change.ts';
import { clockFacts } from './facts-of-clocks.ts';
import { correctionFacts } from './facts-of-correction.ts';
import { deviationFacts } from './facts-of-deviation.ts';
import { exemptionFacts } from './facts-of-exemption.ts';
import { orderFacts } from './facts-of-order.ts';
import { planFacts } from './facts-of-plan.ts';
import { productFacts } from './facts-of-product.ts';
import { transcribedFacts } from './facts-of-transcription.ts';
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
import type { JourneyState, StepState } from './state.ts';

/** Everything a signer is shown of the journey; never what depends on the time of reading. */
export function factsOf(state: JourneyState, step: StepState, protocol: Protocol): readonly Fact[] {
  // What is compared is not shown: it must be read off the label, not off the screen.
  const identity = asks(step.step, identityMatches) ? undefined : registeredIdentity(state);
  const visit = step.phase === 'FollowUpVisit' ? plannedVisit(state, protocol, step.round) : undefined;
  const facts: readonly MaybeFact[] = [
    ...troubleFacts(state, step),
    ...exemptionFacts(state, step),
    ['procedure', step.procedure?.id],
    ['procedureVersion', step.procedure?.version],
    ['product', listed(protocol.names.brand)],
    ['site', state.site.id],
    ['chainOfIdentity', identity === undefined ? undefined : `${identity.issuer} ${identity.scheme} ${identity.value}`],
    ['donationNumber', asks(step.step, donationsCollected) ? undefined : listed(currentDonations(state))],
    ['batch', asks(step.step, batchCertified) ? undefined : certifiedBatch(state)],
    ['containers', listed(certifiedContainers(state))],
    ['containersPrescribed', prescribedOnly(state)],
    ['componentsInOrder', componentsInOrder(state, step, protocol)],
    ['containersToAccount', toAccount(step, containerNames(state))],
    ['donationsToAccount', toAccount(step, donationsToAccount(state))],
    ['productExpiry', asks(step.step, expiryCertified) ? undefined : productExpiry(state)],
    ['visit', visit?.name],
    ['consentsGiven', step.step === 'Account for every container' ? given(state) : undefined],
    ['waiting', step.step === 'Stand everything down' ? listed(partiesInvolved(state)) : undefined],
    ['lostSince', lostBy(state)?.occurredAt.at],
    ['deathToRegistry', step.step === 'Stand everything down' ? deathToRegistry(state, protocol) : undefined],
    ...orderFacts(state, step),
    ...productFacts(state, step, protocol),
    ...planFacts(state, step, protocol),
    ...clockFacts(state, step, protocol),
    ...transcribedFacts(state, step),
    ...correctionFacts(state, step),
    ...deviationFacts(state, step),
    ...changeFacts(state, step),
    ['firstPerson', firstPerson(state, step)],
    ['dueAt', deadlineOf(state, step, protocol).at],
  ];
  return present(facts);
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

/** Which containers are of which component, where the product has several and is about to be given. */
function componentsInOrder(state: JourneyState, { phase }: StepState, protocol: Protocol): string | undefined {
  if (phase !== 'Receipt' && phase !== 'Conditioning' && phase !== 'Treatment') return undefined;
  const order = byComponent(state, protocol);
  return order.length === 0
    ? undefined
    : order.map(({ component, containers }, at) => `${at + 1}. ${component}: ${containers.join(', ')}`).join('; ');
}

const containerNames = (state: JourneyState): readonly string[] =>
  containersToAccount(state).map(({ batch, container }) => `${batch} / ${container}`);

const toAccount = ({ step }: StepState, names: readonly string[]): string | undefined =>
  step === 'Account for every container' || step === 'Close the course' ? listed(names) : undefined;

/** The consents that stand: what becomes of unused material rests on one of them. */
const given = (state: JourneyState): string | undefined => listed(CONSENTS.filter((kind) => consentsTo(state, kind)));

/** Who signed the steps that this one is the second person's part of. */
function firstPerson(state: JourneyState, step: StepState): string | undefined {
  return listed([...new Set(firstPeople(state, step).map(({ by }) => by))]);
}
