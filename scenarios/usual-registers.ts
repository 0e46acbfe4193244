import type { Course } from '../local/scenario/course.ts';
import type { KnownEntry, Play } from '../local/scenario/scenario.ts';
import { goesElsewhere } from './endings.ts';
import { orderEvidence } from './usual-evidence.ts';
import { ordered } from './usual-log.ts';

const HOSPITAL = 'University Hospital';
/** Who said so, and who agreed. */
export const KEPT = {
  by: 'qa',
  second: 'programme-lead',
  why: 'as the hospital has it',
  at: '2026-12-14T08:00:00.000Z',
} as const;
const MAKER = 'Alder Cell Works';

/** A quality agreement with the maker, until its review is due. */
export const agreement = (reviewDue: string): KnownEntry => ({
  register: 'agreements',
  ...KEPT,
  id: 'AG-ALDER/2',
  entry: {
    agreement: 'AG-ALDER',
    version: '2',
    title: 'Quality agreement with Alder Cell Works',
    kind: 'quality',
    status: 'effective',
    owner: 'qa',
    parties: [HOSPITAL, MAKER],
    scope: ['supply', 'receipt'],
    responsibilities: [{ what: 'Tells of a recall', party: MAKER }],
    signatures: [
      { party: HOSPITAL, who: 'Head of pharmacy', on: '2025-06-02' },
      { party: MAKER, who: 'Head of quality', on: '2025-06-04' },
    ],
    effectiveFrom: '2025-06-09',
    reviewDue,
    serves: ['kymriah'],
  },
});

/** One version of the procedure by which therapies are ordered. */
export const orderProcedure = (
  version: string,
  status: string,
  effectiveFrom: string,
  revision: 'minor' | 'major' = 'minor',
): KnownEntry => ({
  register: 'documents',
  ...KEPT,
  id: `SOP-ATMP-003/${version}`,
  entry: {
    document: 'SOP-ATMP-003',
    version,
    title: 'Order of a cell therapy and its check',
    type: 'procedure',
    status,
    owner: 'qa',
    revision,
    language: 'en',
    author: 'pharmacist',
    reviewer: 'physician',
    approver: 'qa',
    approvedOn: effectiveFrom,
    effectiveFrom,
    reviewDue: '2027-12-31',
    sha256: version.padStart(64, '0'),
    serves: ['Place the order', 'Check the order'],
  },
});

export const riskAssessment: KnownEntry = {
  register: 'risk-assessments',
  ...KEPT,
  id: 'RA-KYMRIAH/1',
  entry: {
    assessment: 'RA-KYMRIAH',
    version: '1',
    title: 'Treatment by the protocol kymriah',
    scope: 'product',
    method: 'FMEA',
    status: 'effective',
    owner: 'qa',
    team: ['physician', 'pharmacist'],
    threshold: 100,
    hazards: [
      {
        failureMode: 'Bag of another patient is thawed',
        cause: 'Two bags on one rack',
        effect: 'Wrong product is given',
        severity: 10,
        occurrence: 2,
        detection: 3,
      },
    ],
    reviewer: 'programme-lead',
    approver: 'qa',
    approvedOn: '2026-09-21',
    effectiveFrom: '2026-10-01',
    reviewDue: '2027-09-30',
    serves: ['kymriah'],
  },
};

/** The site is open for the product, as long as all counts that this rests on. */
export const readiness: KnownEntry = {
  register: 'product-readiness',
  ...KEPT,
  id: 'kymriah',
  entry: {
    protocol: 'kymriah',
    owner: 'programme-lead',
    status: 'open',
    manufacturer: MAKER,
    qualification: 'SQ-1',
    qualifiedFrom: '2026-07-01',
    qualifiedUntil: '2029-06-30',
    accreditations: [{ what: 'Accreditation of the programme', number: 'ACC-0815', until: '2029-02-28' }],
    licences: [{ what: 'Tissue establishment licence', number: 'TE-4711', until: '2030-12-31' }],
    geneticallyModified: true,
    gmoApproval: 'GMO-2025-31',
    gmoApprovedUntil: '2030-03-31',
    agreements: ['AG-ALDER'],
    riskAssessments: ['RA-KYMRIAH'],
    documents: ['SOP-ATMP-003'],
    equipment: [],
    headcount: [{ task: 'order-verification', people: 1 }],
    contacts: [{ who: 'Physician on call', reachedBy: '+49 30 23125 190' }],
  },
};

/** The order is refused while the site is not ready for it, and the patient is treated elsewhere. */
export const orderedElsewhere = (course: Course): Play => ({
  scripts: [
    {
      step: 'Place the order',
      answers: [{ decision: 'ordered', after: 'PT1H', evidence: orderEvidence.ordered(course), refused: 403 }],
    },
  ],
  operations: [goesElsewhere('Place the order')],
  expect: {
    outcome: 'cancelled',
    log: {
      journey: ['opened', 'cancelled', 'closed: cancelled'],
      ...Object.fromEntries(Object.entries(ordered).slice(0, 4)),
      'Place the order 1': ['withdrawn'],
      'Order 1': ['entered', 'ended: cancelled'],
    },
    reminders: [],
    deviations: [],
  },
});
