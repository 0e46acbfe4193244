import type { Agreement } from '../../lambdas/domain/registers/agreements.ts';
import type { Document } from '../../lambdas/domain/registers/documents.ts';
import type { Hazard } from '../../lambdas/domain/registers/hazards.ts';
import type { ProductReadiness } from '../../lambdas/domain/registers/product-readiness.ts';
import type { RiskAssessment } from '../../lambdas/domain/registers/risk-assessments.ts';
import { type SiteReadiness, withStanding } from '../../lambdas/domain/registers/site-readiness.ts';
import type { EntryStanding } from '../../lambdas/domain/registers/standing.ts';

/** Entries of registers as a site has them when all is in order; tests say what differs. */
export const aDocument = (over: Partial<Document> = {}): Document => ({
  document: 'SOP-12',
  version: '4',
  title: 'Receipt of a product',
  type: 'procedure',
  status: 'effective',
  owner: 'qa',
  language: 'en',
  author: 'ann',
  reviewer: 'ben',
  approver: 'qa',
  approvedOn: '2026-01-10',
  effectiveFrom: '2026-02-01',
  reviewDue: '2028-01-31',
  sha256: 'a'.repeat(64),
  serves: ['Accept receipt', 'Receipt', 'kymriah/1'],
  ...over,
});

export const aHazard = (over: Partial<Hazard> = {}): Hazard => ({
  failureMode: 'Bag of another patient is thawed',
  cause: 'Two bags on one rack',
  effect: 'Wrong product given',
  severity: 10,
  occurrence: 2,
  detection: 3,
  ...over,
});

export const aRiskAssessment = (over: Partial<RiskAssessment> = {}): RiskAssessment => ({
  assessment: 'RA-3',
  version: '1',
  title: 'Treatment with Kymriah',
  scope: 'product',
  method: 'FMEA',
  status: 'effective',
  owner: 'qa',
  team: ['ann', 'ben'],
  threshold: 100,
  hazards: [aHazard()],
  reviewer: 'chris',
  approver: 'qa',
  approvedOn: '2026-01-10',
  effectiveFrom: '2026-02-01',
  reviewDue: '2027-01-31',
  serves: ['kymriah'],
  ...over,
});

export const anAgreement = (over: Partial<Agreement> = {}): Agreement => ({
  agreement: 'AG-7',
  version: '2',
  title: 'Quality agreement on supply',
  kind: 'quality',
  status: 'effective',
  owner: 'qa',
  parties: ['The hospital', 'The maker'],
  scope: ['supply', 'receipt'],
  responsibilities: [{ what: 'Tells of a recall', party: 'The maker' }],
  signatures: [
    { party: 'The hospital', who: 'Head of pharmacy', on: '2026-01-10' },
    { party: 'The maker', who: 'Head of quality', on: '2026-01-12' },
  ],
  effectiveFrom: '2026-02-01',
  reviewDue: '2028-01-31',
  serves: ['kymriah'],
  ...over,
});

export const aReadiness = (over: Partial<ProductReadiness> = {}): ProductReadiness => ({
  protocol: 'kymriah',
  owner: 'programme-lead',
  status: 'open',
  manufacturer: 'The maker',
  qualification: 'Q-1',
  qualifiedFrom: '2026-01-01',
  qualifiedUntil: '2028-12-31',
  accreditations: [{ what: 'Accreditation of the programme', number: 'A-1', until: '2028-12-31' }],
  licences: [{ what: 'Tissue establishment licence', number: 'L-1', until: '2028-12-31' }],
  geneticallyModified: true,
  gmoApproval: 'G-1',
  gmoApprovedUntil: '2028-12-31',
  agreements: ['AG-7'],
  riskAssessments: ['RA-3'],
  documents: ['SOP-12'],
  equipment: [],
  headcount: [{ task: 'thaw', people: 2 }],
  contacts: [{ who: 'Physician on call', reachedBy: '+49 30 5550 100' }],
  ...over,
});

export const standingEntry = (over: Partial<EntryStanding> = {}): EntryStanding => ({
  register: 'documents',
  id: 'SOP-12/4',
  version: 1,
  name: 'Receipt of a product',
  owner: 'qa',
  counts: [],
  ...over,
});

/** How a site stands that has these entries. */
export const aReadinessOf = (...entries: EntryStanding[]): SiteReadiness =>
  entries.reduce((before, one) => withStanding(before, one, '2026-01-01T00:00:00.000Z'), {
    site: 'main',
    version: 0,
    at: '2026-01-01T00:00:00.000Z',
    entries: [],
  } as SiteReadiness);
