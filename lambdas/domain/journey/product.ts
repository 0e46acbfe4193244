import { type ChainOfIdentity, chainOfIdentitySchema } from '../identifiers/chain-of-identity.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import { firstOf } from './administration.ts';
import { collections } from './collections.ts';
import { ofState } from './of-state.ts';
import {
  type Decision,
  decisionIn,
  effectiveTime,
  type JourneyState,
  latestDecision,
  type PhaseRecord,
  type StepState,
  stepsNamed,
} from './state.ts';

/** The chain of identity of this course, as ordered; every label and certificate is compared with it. */
export const registeredIdentity = ofState((state): ChainOfIdentity | undefined => {
  const ordered = latestDecision(state, 'Place the order');
  return ordered?.decision === 'ordered' ? identityIn(ordered.evidence) : undefined;
});

const identities = new WeakMap<object, ChainOfIdentity>();

/** Every event of the journey carries it, and the evidence of the order stays the same in each of its states. */
function identityIn(evidence: Decision['evidence']): ChainOfIdentity {
  const identity = identities.get(evidence) ?? chainOfIdentitySchema.parse(evidence.chainOfIdentity);
  identities.set(evidence, identity);
  return identity;
}

/** Donation number of the newest collection that gave material, also while another is tried. */
export function collectedDonation(state: JourneyState): string | undefined {
  const newest = collections(state).at(-1);
  return newest === undefined ? undefined : String(newest.evidence.donationNumber);
}

/** The manufacture this course now rests on; undefined once material is collected anew. */
export function currentManufacture(state: JourneyState): PhaseRecord | undefined {
  const newest = state.phases.findLast(({ phase }) => phase === 'Collection' || phase === 'Manufacturing');
  return newest?.phase === 'Manufacturing' ? newest : undefined;
}

/** The certificate of the product this course now rests on: while another is made, the one before says nothing. */
export function currentCertificate(state: JourneyState): Decision | undefined {
  const signed = decisionIn(state, currentManufacture(state), 'Check certificate');
  return signed?.decision === 'certified' ? signed : undefined;
}

const certificate = (state: JourneyState) => currentCertificate(state)?.evidence;

/** The day of expiry as printed on the certificate. */
export function printedExpiry(state: JourneyState): string | undefined {
  const printed = certificate(state)?.expiresOn;
  return typeof printed === 'string' ? printed : undefined;
}

/** When the certified product expires: the start of the printed day at the site. */
export function productExpiry(state: JourneyState): Instant | undefined {
  const printed = printedExpiry(state);
  return printed === undefined ? undefined : startOfPrintedDay(printed, state.site.zone);
}

/** Batch number on the newest certificate. */
export const certifiedBatch = (state: JourneyState): string | undefined => {
  const batch = certificate(state)?.batch;
  return typeof batch === 'string' ? batch : undefined;
};

/** Container ids on the newest certificate, in its order. */
export const certifiedContainers = (state: JourneyState): readonly string[] => {
  const containers = certificate(state)?.containers;
  return Array.isArray(containers) ? containers.map(String) : [];
};

/** The containers prescribed for this administration; all of the batch where nothing else was prescribed. */
export function prescribedContainers(state: JourneyState): readonly string[] {
  const prescribed = latestDecision(state, 'Prescribe the product');
  const containers =
    prescribed !== undefined && countsForThisProduct(state, prescribed) ? prescribed.evidence.containers : undefined;
  return Array.isArray(containers) ? containers.map(String) : certifiedContainers(state);
}

/** Batch numbers of every certificate of this course so far. */
export const batchesBefore = (state: JourneyState): readonly string[] =>
  stepsNamed(state, 'Check certificate').flatMap(({ decision }) =>
    decision?.decision === 'certified' ? [String(decision.evidence.batch)] : [],
  );

/** The newest certified product was accepted, on arrival or out of quarantine. */
export function isAccepted(state: JourneyState): boolean {
  const certified = currentCertificate(state);
  return (['Accept receipt', 'Resolve quarantine'] as const).some((step) => {
    const decision = latestDecision(state, step);
    return decision?.decision === 'accepted' && certified !== undefined && decision.seq > certified.seq;
  });
}

/** True for a manufacture from material the maker kept: nothing new was collected since the one before. */
export function isRemake(state: JourneyState): boolean {
  const course = state.phases.filter(({ phase }) => phase === 'Collection' || phase === 'Manufacturing');
  return course.at(-1)?.phase === 'Manufacturing' && course.at(-2)?.phase === 'Manufacturing';
}

/** A finding counts until new material is collected or made: then it was about something that is no longer used. */
export const countsForThisProduct = (state: JourneyState, { recordedAt }: Pick<Decision, 'recordedAt'>): boolean =>
  !state.phases.some(
    ({ phase, enteredAt }) => (phase === 'Collection' || phase === 'Manufacturing') && enteredAt > recordedAt,
  );

/** True when a person decided so, in any round, about the product this course now rests on: nothing decided later lifts it. */
export const wasDecidedForThisProduct = (state: JourneyState, step: StepName, decision: string): boolean =>
  stepsNamed(state, step).some(
    (one) => one.decision?.decision === decision && countsForThisProduct(state, one.decision),
  );

export const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === one.length && one.length === other.length && one.every((id) => other.includes(id));

const administrations = (state: JourneyState): readonly StepState[] => stepsNamed(state, 'Give the product');

/** The newest time at which the product was to be given. */
export const newestAdministration = (state: JourneyState): StepState | undefined => administrations(state).at(-1);

/** Decisions under which something of the product reached the patient. */
const GIVEN: readonly (string | undefined)[] = ['given', 'partly-given'];
export const wasGiven = ({ decision }: StepState): boolean => GIVEN.includes(decision?.decision);

/** True from the start of the first infusion, signed or not: the patient has some of it on board, and is watched and followed. */
export const wasInfused = (state: JourneyState): boolean =>
  administrations(state).some((step) => firstOf(step, 'infusion-started') !== undefined);

/** Nobody can sign any more what was infused: the patient died before it was. */
const isLeftUnsigned = ({ status }: StepState): boolean => status === 'withdrawn';

/** Day 0: when the first infusion of the product began, as last corrected. Undefined before it was given. */
export const dayZero = ofState((state): Instant | undefined => {
  for (const step of administrations(state)) {
    const begun = firstOf(step, 'infusion-started');
    if (begun !== undefined && (wasGiven(step) || isLeftUnsigned(step))) return effectiveTime(state, begun).at;
  }
  return undefined;
});
