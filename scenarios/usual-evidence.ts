import { components, leastCells } from '../lambdas/domain/protocol/accessors.ts';
import type { Protocol } from '../lambdas/domain/protocol/schema.ts';
import type { Course } from '../local/scenario/course.ts';
import type { Answer, Moment } from '../local/scenario/scenario.ts';

type Evidence = NonNullable<Answer['evidence']>;

const CRITERIA = [
  'labelIndication',
  'performanceStatus',
  'organFunction',
  'cardiacFunction',
  'infectionScreen',
  'nervousSystem',
] as const;
const CONSENTS = [
  'therapy',
  'procurement',
  'conditioning',
  'geneticModification',
  'registry',
  'followUp',
  'unusedMaterial',
] as const;

const APPROVAL = 'FUND-2027-8';
/** What the wristbands of the example hospital are printed from. */
const WRISTBAND_SOURCE = 'HIS, encounter record v4';

/** An indication of the label, where its windows name one. */
export const usualIndication = ({ conditioning }: Protocol): string =>
  conditioning?.windows[0]?.indications[0] ?? 'DLBCL';

/** What the team, the funder, the patient and the physician say before anything is collected. */
export const orderEvidence = {
  eligible:
    (course: Course, validDays = 90): Evidence =>
    ({ date }) => ({
      indication: usualIndication(course.protocol),
      decisionReference: 'MDT-2027-014',
      startingMaterial: course.protocol.startingMaterial.kind,
      criteria: Object.fromEntries(
        CRITERIA.map((name) => [name, { met: true, measuredOn: date(-3), validUntil: date(validDays) }]),
      ),
    }),
  funded: ({ date }: Moment) => ({ approvalReference: APPROVAL, approvedOn: date(0), validUntil: date(120) }),
  consented: ({ date }: Moment) => consentsWith(date(0)),
  ordered:
    (course: Course): Evidence =>
    ({ date }) => ({
      chainOfIdentity: course.ids.chainOfIdentity,
      makerOrderNumber: course.ids.makerOrder,
      wristbandSource: WRISTBAND_SOURCE,
      weightKg: 72.4,
      weighedOn: date(-1),
      requestedCollectionOn: date(12),
    }),
  checked:
    (course: Course): Evidence =>
    () => ({
      chainOfIdentity: course.ids.chainOfIdentity,
      approvalReference: APPROVAL,
      makerOrderNumber: course.ids.makerOrder,
      wristbandSource: WRISTBAND_SOURCE,
    }),
  slots: ({ at }: Moment) => ({
    collectionSlot: { from: at(7, '08:00'), until: at(7, '14:00') },
    manufacturingSlot: 'SLOT-4711',
    plannedReadyAt: at(34, '12:00'),
    plannedDeliveryAt: at(39, '10:00'),
    plannedDayZeroAt: at(49, '11:00'),
  }),
} as const;

/** Every consent, those named not given. */
export const consentsWith = (signedOn: string, ...refused: readonly string[]) => ({
  consents: Object.fromEntries(
    CONSENTS.map((kind) => [kind, { given: !refused.includes(kind), formVersion: 'CAR-T consent v7', signedOn }]),
  ),
});

export const readinessEvidence: Evidence = () => ({
  washoutsKept: true,
  lymphocytesPerMicrolitre: 820,
  plateletsPerNanolitre: 110,
  accessChecked: true,
  slotConfirmedByMaker: true,
  deviceAndKitInDate: true,
});

export const apheresisEvidence =
  ({ ids }: Course, round: number): Evidence =>
  ({ at }) => ({
    donationNumber: ids.donation(round),
    chainOfIdentity: ids.chainOfIdentity,
    startedAt: at(0, '08:20'),
    endedAt: at(0, '13:00'),
    device: 'apheresis device 2',
    kitLot: 'KIT-7781',
    anticoagulantLot: 'ACD-A 5521',
    volumeMl: 238,
  });

export const releaseEvidence =
  ({ ids, protocol }: Course, round: number, nucleatedCells = 9.4): Evidence =>
  ({ ahead, collectedOn }) => ({
    donationNumber: ids.donation(round),
    chainOfIdentity: ids.chainOfIdentity,
    nucleatedCells,
    ...(leastCells(protocol) === undefined
      ? { targetCells: 2, targetSource: 'order form of the maker, version 3' }
      : {}),
    viabilityPercent: 98,
    sterilitySample: 'BC-2027-301',
    labelsPrinted: 4,
    labelsAttached: 3,
    labelsDestroyed: 1,
    labelsComparedByTwo: true,
    bagLabels: [
      {
        donationNumber: ids.donation(round),
        productCode: 'S1127100',
        collectedOn,
        donationSequence: `DE009999${ids.donation(round)}`,
      },
    ],
    heldAt: 'release area, 2 to 8 degrees',
    mustLeaveBy: ahead('PT20H'),
  });

export const handedOver =
  ({ ids, containers }: Course, leg: 'out' | 'in', collected = 1): Evidence =>
  ({ ahead }) => ({
    chainOfIdentity: ids.chainOfIdentity,
    containers: leg === 'out' ? [`${ids.donation(collected)} bag 1`] : [...containers],
    handedBy: leg === 'out' ? 'cell laboratory' : 'dispatch of the maker',
    handedTo: 'courier',
    from: leg === 'out' ? 'hospital' : 'maker',
    to: leg === 'out' ? 'maker' : 'hospital',
    shipper: leg === 'out' ? 'SHP-0102' : 'DRY-0455',
    seal: leg === 'out' ? 'SEAL-9917' : 'SEAL-2208',
    logger: leg === 'out' ? 'LOG-31' : 'LOG-77',
    waybill: leg === 'out' ? 'AWB-1201' : 'AWB-1388',
    qualifiedUntil: ahead('P5D'),
  });

/** Results of each component, each with the limit beside it on the certificate. */
const results = (protocol: Protocol) =>
  components(protocol).flatMap(({ name }) => {
    const component = name === undefined ? {} : { component: name };
    return [
      { test: 'viable-cells', ...component, result: 180, unit: '10^6 cells', atLeast: 60, atMost: 600 },
      { test: 'viability', ...component, result: 91, unit: '%', atLeast: 80 },
    ];
  });

/** The certificate of what a manufacturing round made of a collection; mostly that of the same round. */
export const certificateEvidence =
  ({ ids, containers, containerComponents, protocol }: Course, made: number, from = made): Evidence =>
  ({ date }) => ({
    certificateReference: `QP-2027-${made}`,
    chainOfIdentity: ids.chainOfIdentity,
    donationNumbers: [ids.donation(from)],
    batch: ids.batch(made),
    containers: [...containers],
    ...(containerComponents.length === 0 ? {} : { containerComponents: [...containerComponents] }),
    manufacturedOn: date(-12),
    expiresOn: date(250),
    results: results(protocol),
    resultsInWords: [{ test: 'sterility', stated: 'no growth', expected: 'no growth' }],
    certifiedByQualifiedPerson: 'Qualified Person of the maker',
  });

/** From the prefix GS1 keeps for examples. */
const TRADE_ITEM = '09506000134352';

/** What the first of two people finds; all as it should be. */
export const inspectionEvidence =
  ({ ids, containers }: Course, made: number, found: Readonly<Record<string, unknown>> = {}): Evidence =>
  () => ({
    sealIntact: true,
    shipperUndamaged: true,
    loggerFile: 'LOG-77, full trip',
    lowestTemperature: -189,
    highestTemperature: -161,
    temperatureInRange: true,
    containersCounted: containers.length,
    containersIntact: true,
    chainOfIdentity: ids.chainOfIdentity,
    batch: ids.batch(made),
    containers: [...containers],
    labelCodes: containers.map((container) => ({
      container,
      code: `(01)${TRADE_ITEM}(10)${ids.batch(made)}(21)${container}`,
    })),
    autologousUseOnly: true,
    documentsPresent: true,
    ...found,
  });

/** What is in hand when the product of a manufacturing round is accepted. */
export const acceptedEvidence =
  ({ ids, containers }: Course, made: number): Evidence =>
  () => ({
    chainOfIdentity: ids.chainOfIdentity,
    batch: ids.batch(made),
    containers: [...containers],
    labelAgreesWithPatientRecord: true,
    documentsComplete: true,
    storageDevice: 'LN2-2',
    storagePosition: 'rack 4 / box 7',
  });
