import { protocols } from '../../lambdas/adapters/protocols.ts';
import {
  certifiedBatch,
  certifiedContainers,
  collectedDonation,
  printedExpiry,
} from '../../lambdas/domain/journey/product.ts';
import { isActive, type JourneyState } from '../../lambdas/domain/journey/state.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';
import type { Signer } from '../../lambdas/domain/sign-off/permission.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import { type Instant, plus } from '../../lambdas/domain/time.ts';
import type { Role, StepName } from '../../lambdas/domain/vocabulary.ts';

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
export const signerOf = (step: StepName, who = 'a'): Signer => personIn([steps[step].role], who);

/** Somebody with these roles. */
export const personIn = (roles: readonly Role[], who = 'a'): Signer => ({
  id: `${roles[0]}-${who}`,
  roles,
  site: SITE.id,
  assurance: 'pin',
});

/** Every criterion of eligibility met, and valid until a day. */
export const criteriaUntil = (measuredOn: string, validUntil: string) =>
  Object.fromEntries(
    [
      'labelIndication',
      'performanceStatus',
      'organFunction',
      'cardiacFunction',
      'infectionScreen',
      'nervousSystem',
    ].map((name) => [name, { met: true, measuredOn, validUntil }]),
  );

/** Every consent given. */
export const allConsents = (signedOn: string) =>
  Object.fromEntries(
    ['therapy', 'procurement', 'conditioning', 'geneticModification', 'registry', 'followUp', 'unusedMaterial'].map(
      (kind) => [kind, { given: true, formVersion: '3.1', signedOn }],
    ),
  );

/** What an item of a checklist takes, beside the container it is about. */
export function valuesOf(
  item: string,
  { now, state }: { readonly now: Instant; readonly state: JourneyState },
): Record<string, unknown> {
  switch (item) {
    case 'handed-over':
      return {
        chainOfIdentity: CHAIN_OF_IDENTITY,
        containers: isActive(state, 'Receipt') ? certifiedContainers(state) : [`${collectedDonation(state)} bag 1`],
        handedBy: 'cell laboratory',
        handedTo: 'carrier',
        from: 'sender',
        to: 'receiver',
        shipper: 'shipper 8',
        seal: 'seal 2',
        logger: 'logger 31',
        waybill: 'waybill 4',
        qualifiedUntil: plus(now, 'P5D', 'UTC'),
      };
    case 'arrived':
      return {
        receivedBy: 'receiver',
        sealIntact: true,
        lowestTemperature: -188,
        highestTemperature: -160,
        loggerRead: true,
      };
    case 'ready-again':
      return {
        washoutsKept: true,
        lymphocytesPerMicrolitre: 800,
        plateletsPerNanolitre: 120,
        accessChecked: true,
        slotConfirmedByMaker: true,
        deviceAndKitInDate: true,
      };
    case 'inspected-after-thaw':
      return { intact: true, freeOfClumps: true };
    default:
      if (item.startsWith('identity-checked')) {
        return {
          chainOfIdentity: CHAIN_OF_IDENTITY,
          batch: certifiedBatch(state),
          expiryOnLabel: printedExpiry(state),
        };
      }
      return item.startsWith('patient-identified') ? { chainOfIdentity: CHAIN_OF_IDENTITY } : {};
  }
}

/** The decision by which each step goes on towards treatment. */
export const ONWARD: Readonly<Record<StepName, string>> = {
  'Register the referral': 'registered',
  'Confirm eligibility': 'eligible',
  'Confirm funding': 'funded',
  'Confirm consent': 'consented',
  'Place the order': 'ordered',
  'Check the order': 'checked',
  'Book the slots': 'booked',
  'Check donor tests': 'tested',
  'Confirm readiness': 'ready',
  'Record apheresis': 'collected',
  'Release the collection': 'released',
  'Ship the starting material': 'delivered',
  'Record acceptance by the maker': 'accepted',
  'Follow the manufacture': 'made',
  'Decide after a failed manufacture': 'remake',
  'Check certificate': 'certified',
  'Agree the delivery': 'agreed',
  'Follow the delivery': 'arrived',
  'Inspect the delivery': 'inspected',
  'Accept receipt': 'accepted',
  'Resolve quarantine': 'accepted',
  'Confirm receipt to the maker': 'confirmed',
  'Prescribe the product': 'prescribed',
  'Verify the prescription': 'verified',
  'Give GO for conditioning': 'go',
  'Start conditioning': 'started',
  'Complete conditioning': 'completed',
  'Give GO for thaw': 'go',
  'Confirm GO for thaw': 'go',
  'Give the product': 'given',
  'Monitor the patient': 'completed',
  Discharge: 'discharged',
  'Send the discharge letter': 'sent',
  'End the proximity period': 'ended',
  'Record follow-up visit': 'attended',
  'Report to the registry': 'reported',
  'Arrange the lifelong watch': 'arranged',
  'Reassess the patient': 'fit',
  'Record the pending tests': 'passed',
  'Record the disposition': 'may-be-used',
  'Resolve the mismatch': 'resolved',
  'Confirm the resolution': 'confirmed',
  'Review the flags': 'cleared',
  'Decide on the withdrawal': 'not-withdrawn',
  'Confirm the death': 'not-so',
  'Confirm the death as second person': 'not-so',
  'Match the order': 'same-course',
  'Compare with the paper record': 'same',
  'Sign the correction': 'signed',
  'Review the emergency continuation': 'accepted',
  'Triage the deviation': 'investigate',
  'Investigate the deviation': 'investigated',
  'Decide on the deviation': 'no-capa',
  'Plan the CAPA': 'planned',
  'Check that the CAPA works': 'effective',
  'Assess the change': 'assessed',
  'Approve the change': 'approved',
  'Confirm the approval': 'approved',
  'Implement the change': 'implemented',
  'Check that the change works': 'effective',
  'Close the change': 'closed',
  'Stand everything down': 'done',
  'Account for every container': 'accounted',
  'Close the course': 'closed',
};
