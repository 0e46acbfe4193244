import { protocols } from '../../lambdas/adapters/protocols.ts';
import type { StepRef } from '../../lambdas/domain/events/data.ts';
import { certifiedBatch, certifiedContainers } from '../../lambdas/domain/journey/product.ts';
import type { JourneyState } from '../../lambdas/domain/journey/state.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';
import type { Signer } from '../../lambdas/domain/sign-off/record-sign-off.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { type Instant, minus, plus } from '../../lambdas/domain/time.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';

const shelf = protocols.latest('kymriah');
if (!shelf.ok) throw new Error(shelf.refusal.message);

/** A whole protocol, for tests that need any: the one file of the shelf. */
export const PROTOCOL: Protocol = shelf.value;

/** The same protocol for a product made without the patient's cells. */
export const WITHOUT_COLLECTION: Protocol = {
  ...PROTOCOL,
  startingMaterial: { ...PROTOCOL.startingMaterial, kind: 'none' },
};

export const SITE = { id: 'site-1', zone: 'Europe/Berlin' } as const;

export const CHAIN_OF_IDENTITY = { issuer: 'maker', scheme: 'maker', value: 'COI-0001' } as const;

/** Somebody who may sign this step; `who` tells people of one role apart. */
export const signerOf = (step: StepName, who = 'a'): Signer => ({
  id: `${steps[step].role}-${who}`,
  roles: [steps[step].role],
  site: SITE.id,
  assurance: 'pin',
});

const explanation = 'for a reason that is written here';

/** Evidence that lets a decision of a step be signed now, whatever was decided before. */
export function evidenceOf(
  { step, round }: StepRef,
  decision: string,
  { state, protocol, now }: { state: JourneyState; protocol: Protocol; now: Instant },
): Record<string, unknown> {
  const today = now.slice(0, 10);
  const arrived = {
    chainOfIdentity: CHAIN_OF_IDENTITY,
    batch: certifiedBatch(state),
    containers: certifiedContainers(state),
    sealIntact: true,
    temperatureInRange: true,
    storagePosition: 'vessel 2, rack 4',
  };
  switch (`${step}: ${decision}`) {
    case 'Confirm eligibility: eligible':
      return {
        indication: 'DLBCL',
        decisionReference: 'board 41',
        startingMaterial: protocol.startingMaterial.kind,
      };
    case 'Confirm consent: consented':
      return { formVersion: '3.1', signedOn: today };
    case 'Record apheresis: collected':
      return {
        donationNumber: `A999926${String(round).padStart(6, '0')}`,
        chainOfIdentity: CHAIN_OF_IDENTITY,
        startedAt: minus(now, 'PT5H', 'UTC'),
        endedAt: minus(now, 'PT1H', 'UTC'),
      };
    case 'Check certificate: certified':
      return {
        certificateReference: `certificate ${round}`,
        chainOfIdentity: CHAIN_OF_IDENTITY,
        batch: `batch-${round}`,
        containers: [`bag-${round}-1`, `bag-${round}-2`],
        expiresOn: plus(now, 'P9M', 'UTC').slice(0, 10),
      };
    case 'Accept receipt: accepted':
      return arrived;
    case 'Accept receipt: quarantined':
      return { explanation, storagePosition: 'quarantine vessel' };
    case 'Resolve quarantine: accepted':
      return { ...arrived, dispositionReference: 'disposition 7' };
    case 'Give GO: go':
      return { patientFit: true, productOnSite: true, rescueMedicationOnSite: true };
    case 'Give GO: defer':
    case 'Give the product: defer':
      return { until: plus(now, 'P30D', 'UTC'), explanation };
    case 'Give the product: given':
      return { containersGiven: certifiedContainers(state) };
    case 'Give the product: partly-given':
      return { containersGiven: certifiedContainers(state).slice(0, 1), explanation };
    case 'Discharge: discharged':
      return { dischargedOn: today, alertCardGiven: true };
    case 'Record follow-up visit: attended':
      return { visitedOn: today, newMalignancy: false, reportedToRegistry: true };
    case 'Discharge: died':
    case 'Record follow-up visit: died':
      return { diedOn: today, explanation };
    default:
      return { explanation };
  }
}

/** The decision by which each step goes on towards treatment. */
export const ONWARD: Readonly<Record<StepName, string>> = {
  'Confirm eligibility': 'eligible',
  'Confirm consent': 'consented',
  'Record apheresis': 'collected',
  'Check certificate': 'certified',
  'Accept receipt': 'accepted',
  'Resolve quarantine': 'accepted',
  'Give GO': 'go',
  'Give the product': 'given',
  Discharge: 'discharged',
  'Record follow-up visit': 'attended',
};
