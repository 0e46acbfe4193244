import { type ChainOfIdentity, chainOfIdentitySchema } from '../identifiers/chain-of-identity.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import { effectiveTime, type JourneyState, latestDecision, type StepState } from './state.ts';

/** The chain of identity registered for this journey: by the collection, or by the certificate where nothing is collected. */
export function registeredIdentity(state: JourneyState): ChainOfIdentity | undefined {
  for (const [step, decision] of [
    ['Record apheresis', 'collected'],
    ['Check certificate', 'certified'],
  ] as const) {
    const signed = latestDecision(state, step);
    if (signed?.decision !== decision) continue;
    return chainOfIdentitySchema.parse(signed.evidence.chainOfIdentity);
  }
  return undefined;
}

const certificate = (state: JourneyState) => {
  const signed = latestDecision(state, 'Check certificate');
  return signed?.decision === 'certified' ? signed.evidence : undefined;
};

/** When the certified product expires: the start of the printed day at the site. */
export function productExpiry(state: JourneyState): Instant | undefined {
  const printed = certificate(state)?.expiresOn;
  return typeof printed === 'string' ? startOfPrintedDay(printed, state.site.zone) : undefined;
}

/** Batch number on the certificate. */
export const certifiedBatch = (state: JourneyState): string | undefined => {
  const batch = certificate(state)?.batch;
  return typeof batch === 'string' ? batch : undefined;
};

/** Container ids on the certificate, in its order. */
export const certifiedContainers = (state: JourneyState): readonly string[] => {
  const containers = certificate(state)?.containers;
  return Array.isArray(containers) ? containers.map(String) : [];
};

export const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  new Set(one).size === one.length && one.length === other.length && one.every((id) => other.includes(id));

const administrations = (state: JourneyState): readonly StepState[] =>
  Object.values(state.steps).filter(({ step }) => step === 'Give the product');

/** Decisions under which something of the product reached the patient. */
const GIVEN: readonly (string | undefined)[] = ['given', 'partly-given'];
export const wasGiven = ({ decision }: StepState): boolean => GIVEN.includes(decision?.decision);

/** Day 0: when the first infusion of the product began, as last corrected. Undefined before it was given. */
export function dayZero(state: JourneyState): Instant | undefined {
  for (const step of administrations(state)) {
    const begun = step.checklist['infusion-started'];
    if (begun !== undefined && wasGiven(step)) {
      return effectiveTime(state, begun).at;
    }
  }
  return undefined;
}
