import { dateOf } from '../../lambdas/domain/calendar/local-time.ts';
import { isWithinHours, workingTimeOf } from '../../lambdas/domain/calendar/working-time.ts';
import type { StepRef } from '../../lambdas/domain/events/data.ts';
import { containersToAccount, givenContainers } from '../../lambdas/domain/journey/containers.ts';
import { donationsToAccount } from '../../lambdas/domain/journey/donation-accounts.ts';
import {
  certifiedBatch,
  certifiedContainers,
  collectedDonation,
  currentCertificate,
  prescribedContainers,
} from '../../lambdas/domain/journey/product.ts';
import { type JourneyState, latestDecision } from '../../lambdas/domain/journey/state.ts';
import { components, holdBeforeShipment, leastCells } from '../../lambdas/domain/protocol/accessors.ts';
import type { Protocol } from '../../lambdas/domain/protocol/schema.ts';
import { type Instant, minus, plus } from '../../lambdas/domain/time.ts';

import { allConsents, CHAIN_OF_IDENTITY, criteriaUntil } from './builders.ts';

/** What a certificate states of each component, within its limits. */
export const resultsOf = (protocol: Protocol) =>
  components(protocol).flatMap(({ name }) => {
    const component = name === undefined ? {} : { component: name };
    return [
      { test: 'viable-cells', ...component, result: 120, unit: '10^6 cells', atLeast: 50 },
      { test: 'viability', ...component, result: 90, unit: '%', atLeast: 80 },
    ];
  });

/** What a scanner reads off the label of each container, as its certificate has it. */
const labelCodesOf = (state: JourneyState) => {
  const expiry = String(currentCertificate(state)?.evidence.expiresOn).slice(2).replaceAll('-', '');
  return certifiedContainers(state).map((container) => ({
    container,
    code: `(01)09506000134352(17)${expiry}(10)${certifiedBatch(state)}(21)${container}`,
  }));
};

const explanation = 'for a reason that is written here';

interface Situation {
  readonly state: JourneyState;
  readonly protocol: Protocol;
  readonly now: Instant;
}

const collectedUntil = (state: JourneyState): Instant =>
  String(latestDecision(state, 'Record apheresis')?.evidence.endedAt);

/** Evidence that lets a decision of a step be signed now, whatever was decided before. */
export function evidenceOf({ step, round }: StepRef, decision: string, situation: Situation): Record<string, unknown> {
  const { state, protocol, now } = situation;
  const today = now.slice(0, 10);
  const at = (duration: string): Instant => plus(now, duration, 'UTC');
  const ago = (duration: string): Instant => minus(now, duration, 'UTC');
  const inHand = {
    chainOfIdentity: CHAIN_OF_IDENTITY,
    batch: certifiedBatch(state),
    containers: certifiedContainers(state),
  };
  const accepted = {
    ...inHand,
    labelAgreesWithPatientRecord: true,
    documentsComplete: true,
    storageDevice: 'vessel 2',
    storagePosition: 'rack 4, box 7',
  };
  const bags = [`bag-${round}-1`, `bag-${round}-2`];
  const parts = state.qualityCase === undefined ? components(protocol).flatMap(({ name }) => name ?? []) : [];
  switch (`${step}: ${decision}`) {
    case 'Register the referral: registered':
      return {
        referralReference: 'referral 12',
        diagnosisCode: 'C83.3',
        priorTherapies: ['R-CHOP'],
        identityChecked: true,
        carerNamed: true,
      };
    case 'Confirm eligibility: eligible':
      return {
        indication: protocol.conditioning?.windows[0]?.indications[0] ?? 'any',
        decisionReference: 'board 41',
        startingMaterial: protocol.startingMaterial.kind,
        criteria: criteriaUntil(today, at('P2Y').slice(0, 10)),
      };
    case 'Confirm funding: funded':
      return { approvalReference: 'approval 3', approvedOn: today, validUntil: at('P2Y').slice(0, 10) };
    case 'Confirm consent: consented':
      return { consents: allConsents(today) };
    case 'Place the order: ordered':
      return {
        chainOfIdentity: CHAIN_OF_IDENTITY,
        makerOrderNumber: `order ${round}`,
        wristbandSource: 'record system 2',
        weightKg: 71.5,
        weighedOn: today,
        requestedCollectionOn: at('P14D').slice(0, 10),
      };
    case 'Check the order: checked':
      return {
        chainOfIdentity: CHAIN_OF_IDENTITY,
        approvalReference: 'approval 3',
        makerOrderNumber: `order ${round}`,
        wristbandSource: 'record system 2',
      };
    case 'Book the slots: booked':
      return {
        collectionSlot: { from: at('P2D'), until: at('P2DT6H') },
        manufacturingSlot: `slot ${round}`,
        plannedReadyAt: at('P35D'),
        plannedDeliveryAt: at('P40D'),
        plannedDayZeroAt: at('P50D'),
      };
    case 'Check donor tests: tested':
      return {
        laboratoryReport: 'report 5',
        sampledAt: ago('PT1H'),
        markers: { hiv: 'negative', hbsAg: 'negative', antiHbc: 'negative', hcv: 'negative', syphilis: 'negative' },
        haemodilutionExcluded: true,
      };
    case 'Confirm readiness: ready':
      return {
        washoutsKept: true,
        lymphocytesPerMicrolitre: 800,
        plateletsPerNanolitre: 120,
        accessChecked: true,
        slotConfirmedByMaker: true,
        deviceAndKitInDate: true,
      };
    case 'Record apheresis: collected':
      return {
        donationNumber: `A999926${String(round).padStart(6, '0')}`,
        chainOfIdentity: CHAIN_OF_IDENTITY,
        // Minutes after it was found ready, for tests that let no time pass between the two.
        startedAt: ago('PT3M'),
        endedAt: ago('PT1M'),
        device: 'device 1',
        kitLot: 'kit 77',
        anticoagulantLot: 'acd 9',
        volumeMl: 240,
      };
    case 'Release the collection: released':
    case 'Release the collection: released-under-target':
      return {
        donationNumber: collectedDonation(state),
        chainOfIdentity: CHAIN_OF_IDENTITY,
        nucleatedCells: decision === 'released' ? 9 : 0.9,
        ...(leastCells(protocol) === undefined ? { targetCells: 2, targetSource: 'order form 1' } : {}),
        viabilityPercent: 98,
        sterilitySample: 'sample 4',
        labelsPrinted: 4,
        labelsAttached: 3,
        labelsDestroyed: 1,
        labelsComparedByTwo: true,
        bagLabels: [{ donationNumber: collectedDonation(state), productCode: 'S1127100' }],
        heldAt: 'fridge 3',
        mustLeaveBy: at('PT12H'),
        ...(at('PT12H') > plus(collectedUntil(state), holdBeforeShipment(protocol) ?? 'P1D', 'UTC')
          ? { makerExtension: 'extension 1' }
          : {}),
        ...(decision === 'released' ? {} : { makerAcceptance: 'acceptance 2' }),
      };
    case 'Ship the starting material: delivered':
      return { deliveryReference: 'delivery 6' };
    case 'Record acceptance by the maker: accepted':
      return { makerReference: 'maker 1', chainOfIdentity: CHAIN_OF_IDENTITY, predictedReadyAt: at('P23D') };
    case 'Follow the manufacture: made':
      return { makerReference: 'maker 2' };
    case 'Follow the manufacture: failed':
      return { makerReference: 'maker 3', explanation };
    case 'Check certificate: certified':
      return {
        certificateReference: `certificate ${round}`,
        chainOfIdentity: CHAIN_OF_IDENTITY,
        ...(collectedDonation(state) === undefined ? {} : { donationNumbers: [collectedDonation(state)] }),
        batch: `batch-${round}`,
        containers: bags,
        ...(parts.length === 0
          ? {}
          : { containerComponents: parts.map((component, at) => ({ container: bags[at], component })) }),
        manufacturedOn: today,
        expiresOn: at('P9M').slice(0, 10),
        results: resultsOf(protocol),
        certifiedByQualifiedPerson: 'QP of the maker',
      };
    case 'Agree the delivery: agreed':
      return {
        deliveryWindow: { from: at('P2D'), until: at('P2DT4H') },
        ...(isWithinHours({ from: at('P2D'), until: at('P2DT4H') }, workingTimeOf(state))
          ? {}
          : { outOfHoursAgreement: 'agreement 1' }),
        receiver: 'cell laboratory',
        reservedPosition: 'rack 4, box 7',
        patientStillFit: true,
      };
    case 'Follow the delivery: arrived':
      return { unloaded: true };
    case 'Inspect the delivery: inspected':
      return {
        sealIntact: true,
        shipperUndamaged: true,
        loggerFile: 'logger 31',
        lowestTemperature: -188,
        highestTemperature: -160,
        temperatureInRange: true,
        containersCounted: certifiedContainers(state).length,
        containersIntact: true,
        ...inHand,
        labelCodes: labelCodesOf(state),
        autologousUseOnly: true,
        documentsPresent: true,
      };
    case 'Accept receipt: accepted':
      return accepted;
    case 'Accept receipt: quarantined':
      return { explanation, storagePosition: 'quarantine vessel', documentsPending: false };
    case 'Resolve quarantine: accepted':
      return { ...accepted, dispositionReference: 'disposition 7' };
    case 'Confirm receipt to the maker: confirmed':
      return { confirmationReference: 'confirmation 8' };
    case 'Prescribe the product: prescribed':
      return {
        prescriptionReference: `prescription ${round}`,
        ...(certifiedContainers(state).length === 0 ? {} : { containers: certifiedContainers(state) }),
        weightKg: 70,
        weighedOn: today,
        conditioningRegimen: 'regimen of the protocol',
        conditioningFrom: at('P2D'),
        plannedDayZeroAt: at('P8D'),
        fitnessReassessed: true,
        bedReserved: true,
        intensiveCareAndNeurologyInformed: true,
      };
    case 'Verify the prescription: verified':
      return {
        prescriptionReference: `prescription ${round}`,
        tocilizumabDosesReserved: 4,
        tocilizumabLot: 'toci 1',
        resupplyConfirmed: true,
        thawDeviceQualified: true,
        staffRostered: true,
      };
    case 'Give GO for conditioning: go':
      return { patientFit: true, noActiveInfection: true, rescueMedicationOnSite: true };
    case 'Give GO for conditioning: go-without-conditioning':
      return {
        patientFit: true,
        noActiveInfection: true,
        rescueMedicationOnSite: true,
        whiteCells: 500,
        measuredAt: ago('P1D'),
      };
    case 'Start conditioning: started':
      return { firstDoseGiven: true };
    case 'Complete conditioning: completed':
      return { regimenGiven: 'regimen of the protocol', endedAt: now, whiteCells: 900 };
    case 'Give GO for thaw: go':
      return {
        vitalSignsStable: true,
        neurologicalBaselineTaken: true,
        noActiveInfection: true,
        accessOpen: true,
        rescueMedicationAtBedside: true,
        infusionAgreedFor: at('PT1H'),
      };
    case 'Confirm GO for thaw: go':
      return { productIdentified: true, thawDeviceReady: true, teamReady: true };
    case 'Give GO for conditioning: defer':
    case 'Give GO for thaw: defer':
    case 'Give the product: defer':
      return { until: at('P30D'), explanation };
    case 'Give the product: given':
      return { containersGiven: prescribedContainers(state), residueDisposal: 'waste 2' };
    case 'Give the product: partly-given':
      return {
        containersGiven: givenContainers(state).map(({ container }) => container),
        residueDisposal: 'waste 2',
        percentGiven: 50,
        explanation,
      };
    case 'Monitor the patient: completed':
      return { highestCrsGrade: 1, highestIcansGrade: 0, intensiveCareDays: 0 };
    case 'Discharge: discharged':
      return {
        dischargedOn: today,
        alertCardGiven: true,
        carerInformed: true,
        staysNearUntil: at('P28D').slice(0, 10),
        drivesAgainFrom: at('P56D').slice(0, 10),
      };
    case 'Send the discharge letter: sent':
      return { letterReference: 'letter 1' };
    case 'End the proximity period: ended':
      return { spokenOn: today, drivingExplained: true, emergencyContactKnown: true };
    case 'Record follow-up visit: attended':
      return {
        visitedOn: today,
        diseaseStatus: 'complete-remission',
        newMalignancy: false,
        infection: false,
        cytopenia: false,
      };
    case 'Record follow-up visit: lost':
      return {
        attempts: ['phone', 'letter', 'general-practitioner'].map((channel) => ({ attemptedOn: today, channel })),
        explanation,
      };
    case 'Report to the registry: reported':
      return { registryReference: 'registry 5' };
    case 'Arrange the lifelong watch: arranged':
      return { takenOverBy: 'outpatient clinic', patientInformed: true, makerContactHandedOver: true };
    case 'Arrange the lifelong watch: arranged-unreached':
      return { takenOverBy: 'outpatient clinic', makerContactHandedOver: true, explanation };
    case 'Reassess the patient: fit':
      return { assessedOn: today, bridging: [], weightKg: 71, noActiveInfection: true };
    case 'Reassess the patient: deteriorated':
      return { assessedOn: today, bridging: [], explanation };
    case 'Record the pending tests: passed':
      return { makerReference: 'maker 9', resultedOn: today };
    case 'Record the pending tests: failed':
      return { makerReference: 'maker 9', resultedOn: today, explanation };
    case 'Record the disposition: may-be-used':
    case 'Record the disposition: rejected':
      return { dispositionReference: 'disposition 3', loggerFile: 'logger 31', explanation };
    case 'Resolve the mismatch: resolved':
      return {
        issuer: 'maker',
        correctedReference: 'corrected 1',
        chainOfIdentity: CHAIN_OF_IDENTITY,
        explanation,
      };
    case 'Confirm the resolution: confirmed':
      return { correctedReference: 'corrected 1', chainOfIdentity: CHAIN_OF_IDENTITY };
    case 'Review the flags: cleared':
      return { assessedOn: today, patientFit: true, explanation };
    case 'Decide on the withdrawal: consented-again':
      return { formVersion: '3.1', signedOn: dateOf(now, state.site.zone), signedAt: now };
    case 'Confirm the death as second person: confirmed':
      return { sourceReference: 'certificate 1' };
    case 'Compare with the paper record: same':
      return { paperCompared: true };
    case 'Sign the correction: signed':
      return { correctionRead: true };
    case 'Review the emergency continuation: accepted':
    case 'Review the emergency continuation: not-accepted':
      return { deviationReference: 'DEV-12', explanation };
    case 'Triage the deviation: investigate':
      return { immediateAction: explanation };
    case 'Investigate the deviation: investigated':
      return {
        rootCause: explanation,
        investigationMethod: 'five-whys',
        productImpact: explanation,
        patientImpact: explanation,
      };
    case 'Decide on the deviation: no-capa':
      return { materialAfterDeviation: 'may-be-used', explanation };
    case 'Decide on the deviation: capa':
      return { materialAfterDeviation: 'may-be-used', capaReferences: ['CAPA-1'], explanation };
    case 'Plan the CAPA: planned':
      return { capaReferences: ['CAPA-1'], capaActions: explanation, capaOwner: 'cell laboratory', capaDoneBy: today };
    case 'Check that the CAPA works: effective':
      return { effectivenessEvidence: 'audit 4', explanation };
    case 'Assess the change: assessed': {
      const impact = 'nothing';
      return {
        impactRegulatory: impact,
        impactValidation: impact,
        impactData: impact,
        impactTraining: 'everybody reads it',
        impactPatients: impact,
      };
    }
    case 'Approve the change: approved':
    case 'Confirm the approval: approved':
      return {};
    case 'Implement the change: implemented':
      return { implementedOn: today };
    case 'Check that the change works: effective':
    case 'Check that the change works: not-effective':
      return { changeEffectiveness: 'audit 4' };
    case 'Close the change: closed':
      return { changeBecause: 'audit 4 was read' };
    case 'Match the order: same-course':
      return { orderCompared: true };
    case 'Stand everything down: done':
      return Object.fromEntries(
        ['maker', 'apheresisUnit', 'carrier', 'ward', 'funder', 'registry'].map((party) => [
          party,
          { told: 'told', reference: 'letter 3' },
        ]),
      );
    case 'Account for every container: accounted': {
      const destroyed = { fate: 'destroyed', certificate: 'destruction 1', witness: 'second person' };
      const accounts = containersToAccount(state).map((container) => ({ ...container, ...destroyed }));
      const donationAccounts = donationsToAccount(state).map((donationNumber) => ({ donationNumber, ...destroyed }));
      return {
        ...(accounts.length === 0 ? {} : { accounts }),
        ...(donationAccounts.length === 0 ? {} : { donationAccounts }),
      };
    }
    case 'Close the course: closed':
      return { containersReconciled: true, deviationsLinked: true, recordComplete: true };
    case 'Confirm the death: confirmed':
      return {
        diedOn: today,
        causeOfDeath: explanation,
        relationToProduct: 'not-related',
        autopsy: 'no-autopsy',
      };
    default:
      return { explanation };
  }
}
