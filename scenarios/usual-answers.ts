import type { Role, StepName } from '../lambdas/domain/vocabulary.ts';
import type { Course } from '../local/scenario/course.ts';
import type { Answer, StepScript } from '../local/scenario/scenario.ts';
import { donationAccounts } from './usual-accounts.ts';
import { bedside, custody, item, premedication } from './usual-checklists.ts';
import {
  acceptedEvidence,
  apheresisEvidence,
  certificateEvidence,
  inspectionEvidence,
  orderEvidence,
  readinessEvidence,
  releaseEvidence,
} from './usual-evidence.ts';
import { monitoredDays, observationDays, observations } from './usual-monitoring.ts';

type Evidence = NonNullable<Answer['evidence']>;

/** One decision, some time after it was asked for. */
export const decides = (
  step: StepName,
  decision: string,
  after: string,
  evidence: Evidence,
  round?: number,
): StepScript => ({
  step,
  ...(round === undefined ? {} : { round }),
  answers: [{ decision, after, evidence }],
});

/** Something reported from the page of the step that is open. */
export const reports = (report: string, after: string, as: Role, evidence: Evidence): Answer => ({
  decision: 'report',
  after,
  as,
  evidence: (moment) => ({ report, ...evidence(moment) }),
});

/** Apheresis of a round: two people identify the patient; each collection has a donation number of its own. */
export const apheresis = (course: Course, round: number): StepScript => ({
  step: 'Record apheresis',
  round,
  answers: [
    item('patient-identified', '+2d 08:05', { evidence: () => ({ chainOfIdentity: course.ids.chainOfIdentity }) }),
    item('patient-identified-second', 'PT3M', {
      as: 'nurse',
      evidence: () => ({ chainOfIdentity: course.ids.chainOfIdentity }),
    }),
    { decision: 'collected', after: '+0d 13:30', evidence: apheresisEvidence(course, round), happened: 'PT30M' },
  ],
});

export const release = (course: Course, round: number): StepScript =>
  decides('Release the collection', 'released', '+0d 15:00', releaseEvidence(course, round), round);

/** The material of a collection travels to its maker. */
export const shipped = (course: Course, round: number): StepScript => ({
  step: 'Ship the starting material',
  round,
  answers: [
    ...custody(course, 'out', '+0d 16:30', '+1d 11:00', round),
    { decision: 'delivered', after: 'PT1H', evidence: () => ({ deliveryReference: 'POD-88120' }) },
  ],
});

export const certificate = (course: Course, round: number, from = round): StepScript =>
  decides('Check certificate', 'certified', '+1d 10:30', certificateEvidence(course, round, from), round);

/** The whole administration of what a manufacturing round made: premedication, then container by container. */
export const administration = (course: Course, made = 1): StepScript => ({
  step: 'Give the product',
  answers: [
    premedication,
    ...course.containers.flatMap((container) => bedside(course, container, { made })),
    {
      decision: 'given',
      after: 'PT10M',
      evidence: () => ({ containersGiven: [...course.containers], residueDisposal: 'GMO waste 2027-19' }),
    },
  ],
});

const order = (course: Course): readonly StepScript[] => [
  decides('Register the referral', 'registered', '+0d 14:00', () => ({
    referralReference: 'REF-2027-031',
    diagnosisCode: 'C83.3',
    priorTherapies: ['R-CHOP, last 2026-06-01', 'R-DHAP, last 2026-11-10'],
    identityChecked: true,
    carerNamed: true,
  })),
  decides('Confirm eligibility', 'eligible', '+3d 16:30', orderEvidence.eligible(course)),
  decides('Confirm funding', 'funded', '+3d 10:00', orderEvidence.funded),
  decides('Confirm consent', 'consented', '+1d 11:00', orderEvidence.consented),
  decides('Place the order', 'ordered', '+1d 09:30', orderEvidence.ordered(course)),
  decides('Check the order', 'checked', '+0d 11:30', orderEvidence.checked(course)),
];

const collection = (course: Course): readonly StepScript[] => [
  {
    step: 'Book the slots',
    answers: [
      item('slot-offered', '+0d 15:00', {
        evidence: ({ at }) => ({
          manufacturingSlot: 'SLOT-4711',
          collectionSlot: { from: at(8, '08:00'), until: at(12, '14:00') },
          heldUntil: at(3, '18:00'),
        }),
      }),
      { decision: 'booked', after: '+1d 10:00', evidence: orderEvidence.slots },
    ],
  },
  decides('Check donor tests', 'tested', '+2d 12:00', ({ ago }) => ({
    laboratoryReport: 'IDM-2027-118',
    sampledAt: ago('PT20H'),
    markers: { hiv: 'negative', hbsAg: 'negative', antiHbc: 'negative', hcv: 'negative', syphilis: 'negative' },
    haemodilutionExcluded: true,
  })),
  decides('Confirm readiness', 'ready', '+2d 15:00', readinessEvidence),
  apheresis(course, 1),
  release(course, 1),
  shipped(course, 1),
];

/** Milestones of a manufacture as the maker tells them, days apart. */
export const milestones = (...told: readonly (readonly [milestone: string, after: string])[]): readonly Answer[] =>
  told.map(([milestone, after]) =>
    item('milestone', after, { evidence: () => ({ milestone, makerReference: 'portal of the maker' }) }),
  );

const manufacturing = (course: Course): readonly StepScript[] => [
  decides('Record acceptance by the maker', 'accepted', '+1d 10:00', ({ at }) => ({
    makerReference: 'acceptance notice 5512',
    chainOfIdentity: course.ids.chainOfIdentity,
    predictedReadyAt: at(24, '12:00'),
  })),
  {
    step: 'Follow the manufacture',
    answers: [
      ...milestones(
        ['started', '+2d 09:00'],
        ['in-process-ok', '+4d 09:00'],
        ['harvested', '+4d 09:00'],
        ['cryopreserved', '+3d 09:00'],
        ['quality-control', '+5d 08:30'],
      ),
      { decision: 'made', after: '+5d 08:15', evidence: () => ({ makerReference: 'release notice 5512' }) },
    ],
  },
  certificate(course, 1),
];

const receipt = (course: Course): readonly StepScript[] => [
  decides('Agree the delivery', 'agreed', '+0d 14:00', ({ at }) => ({
    deliveryWindow: { from: at(2, '09:00'), until: at(2, '13:00') },
    receiver: 'cell laboratory, early shift',
    outOfHoursAgreement: 'duty rota of the cell laboratory',
    reservedPosition: 'LN2-2 / rack 4 / box 7',
    patientStillFit: true,
  })),
  {
    step: 'Follow the delivery',
    answers: [
      ...custody(course, 'in', '+1d 18:00!', '+1d 10:15!'),
      { decision: 'arrived', after: 'PT20M', evidence: () => ({ unloaded: true }) },
    ],
  },
  ...receivedBy(course, 1),
];

/** Inspection and acceptance of what a manufacturing round made. */
export const receivedBy = (course: Course, made: number, round?: number): readonly StepScript[] => [
  decides('Inspect the delivery', 'inspected', 'PT40M', inspectionEvidence(course, made), round),
  decides('Accept receipt', 'accepted', 'PT1H', acceptedEvidence(course, made), round),
  decides(
    'Confirm receipt to the maker',
    'confirmed',
    'PT4H',
    () => ({ confirmationReference: 'portal, receipt 90' }),
    round,
  ),
];

export const prescription =
  (course: Course): Evidence =>
  ({ at, date }) => ({
    prescriptionReference: 'RX-2027-55',
    containers: [...course.containers],
    weightKg: 71,
    weighedOn: date(0),
    conditioningRegimen: 'fludarabine and cyclophosphamide, ward protocol 12',
    conditioningFrom: at(5, '09:00'),
    plannedDayZeroAt: at(10, '11:00'),
    fitnessReassessed: true,
    bedReserved: true,
    intensiveCareAndNeurologyInformed: true,
  });

const conditioning = (course: Course): readonly StepScript[] => [
  decides('Prescribe the product', 'prescribed', '+1d 10:00', prescription(course)),
  decides('Verify the prescription', 'verified', '+0d 14:00', () => ({
    prescriptionReference: 'RX-2027-55',
    tocilizumabDosesReserved: 2,
    tocilizumabLot: 'TCZ-41',
    resupplyConfirmed: true,
    thawDeviceQualified: true,
    staffRostered: true,
  })),
  decides('Give GO for conditioning', 'go', '+4d 08:30!', () => ({
    patientFit: true,
    noActiveInfection: true,
    rescueMedicationOnSite: true,
  })),
  decides('Start conditioning', 'started', '+1d 08:30!', () => ({ firstDoseGiven: true })),
  decides('Complete conditioning', 'completed', '+2d 12:00!', ({ now }) => ({
    regimenGiven: 'as prescribed, three days',
    endedAt: now,
    whiteCells: 600,
  })),
];

/** The patient stays near for four weeks. */
const NEAR_DAYS = 28;

const treatment = (course: Course): readonly StepScript[] => [
  decides('Give GO for thaw', 'go', '+3d 10:30!', ({ ahead }) => ({
    vitalSignsStable: true,
    neurologicalBaselineTaken: true,
    noActiveInfection: true,
    accessOpen: true,
    rescueMedicationAtBedside: true,
    infusionAgreedFor: ahead('PT30M'),
  })),
  decides('Confirm GO for thaw', 'go', 'PT6M', () => ({
    productIdentified: true,
    thawDeviceReady: true,
    teamReady: true,
  })),
  administration(course),
  {
    step: 'Monitor the patient',
    answers: [
      ...observations(course),
      {
        decision: 'completed',
        after: `+${monitoredDays(course) - (observationDays(course.protocol).at(-1) ?? 0)}d 16:00!`,
        evidence: () => ({ highestCrsGrade: 1, highestIcansGrade: 0, intensiveCareDays: 0 }),
      },
    ],
  },
  decides('Discharge', 'discharged', '+1d 11:00', ({ date }) => ({
    dischargedOn: date(0),
    alertCardGiven: true,
    carerInformed: true,
    staysNearUntil: date(NEAR_DAYS - monitoredDays(course)),
    drivesAgainFrom: date(45),
  })),
  decides('Send the discharge letter', 'sent', '+0d 16:00', () => ({ letterReference: 'LETTER-2027-77' })),
  decides('End the proximity period', 'ended', `+${NEAR_DAYS - 1 - monitoredDays(course)}d 16:30!`, ({ date }) => ({
    spokenOn: date(0),
    drivingExplained: true,
    emergencyContactKnown: true,
  })),
];

const followUp: readonly StepScript[] = [
  decides('Record follow-up visit', 'attended', '+3d 10:00', ({ date }) => ({
    visitedOn: date(0),
    diseaseStatus: 'complete-remission',
    newMalignancy: false,
    infection: false,
    cytopenia: false,
  })),
  decides('Report to the registry', 'reported', '+6d 11:00', () => ({ registryReference: 'EBMT form sent' })),
  decides('Arrange the lifelong watch', 'arranged', '+10d 10:00', () => ({
    takenOverBy: 'haematology outpatient clinic',
    patientInformed: true,
    makerContactHandedOver: true,
  })),
];

const beside = (course: Course): readonly StepScript[] => [
  decides('Reassess the patient', 'fit', '+9d 11:00', ({ date }) => ({
    assessedOn: date(0),
    bridging: ['polatuzumab-based, one cycle'],
    weightKg: 71,
    noActiveInfection: true,
  })),
  decides('Record the disposition', 'may-be-used', '+1d 08:30', () => ({
    dispositionReference: 'MAH-QA-2027-6',
    loggerFile: 'logger 31, full trip',
    explanation: 'Within the stability data of the maker.',
  })),
  decides('Resolve the mismatch', 'resolved', 'PT3H', () => ({
    issuer: 'maker',
    correctedReference: 'corrected certificate, version 2',
    chainOfIdentity: course.ids.chainOfIdentity,
    explanation: 'Typing error on the certificate, corrected in writing by its issuer.',
  })),
  decides('Confirm the resolution', 'confirmed', 'PT1H', () => ({
    correctedReference: 'corrected certificate, version 2',
    chainOfIdentity: course.ids.chainOfIdentity,
  })),
  decides('Triage the deviation', 'investigate', 'PT1H', () => ({
    immediateAction: 'Material and record were put in safety.',
  })),
  decides('Investigate the deviation', 'investigated', 'PT4H', () => ({
    rootCause: 'A step of the procedure was done from memory.',
    investigationMethod: 'five-whys',
    productImpact: 'None: within the stability data of the maker.',
    patientImpact: 'None.',
  })),
  decides('Decide on the deviation', 'no-capa', 'PT2H', () => ({
    materialAfterDeviation: 'may-be-used',
    reportedTo: ['maker'],
    reportReference: 'MAH-QA-2027-9',
    explanation: 'Known to the maker, who agrees.',
  })),
  decides('Plan the CAPA', 'planned', '+2d 10:00', ({ date }) => ({
    capaReferences: ['CAPA-2027-3'],
    capaActions: 'The procedure is read aloud at the vessel; staff are trained again.',
    capaOwner: 'cell laboratory',
    capaDoneBy: date(14),
  })),
  decides('Check that the CAPA works', 'effective', '+1d 10:00', () => ({
    effectivenessEvidence: 'audit 2027-12',
    explanation: 'No repetition since.',
  })),
  decides('Review the flags', 'cleared', '+5d 11:00', ({ date }) => ({
    assessedOn: date(0),
    patientFit: true,
    explanation: 'Infection treated, cultures negative twice.',
  })),
  decides('Stand everything down', 'done', '+0d 16:00', () =>
    Object.fromEntries(
      ['maker', 'apheresisUnit', 'carrier', 'ward', 'funder', 'registry'].map((party) => [
        party,
        { told: 'told', reference: `${party} told in writing` },
      ]),
    ),
  ),
  donationAccounts(course),
  decides('Close the course', 'closed', '+3d 11:00', () => ({
    containersReconciled: true,
    deviationsLinked: true,
    recordComplete: true,
  })),
];

/** What people answer when nothing goes wrong. */
export const usualAnswers = (course: Course): readonly StepScript[] => [
  ...order(course),
  ...collection(course),
  ...manufacturing(course),
  ...receipt(course),
  ...conditioning(course),
  ...treatment(course),
  ...followUp,
  ...beside(course),
];
