import type { RegisterName } from '../../lambdas/domain/registers/names.ts';

/** What of this software stands for one action in one aspect, or for one goal. An empty list needs the work that will fill it. */
export interface Coverage {
  /** One sentence: what is held, and how it gates. */
  readonly held: string;
  readonly registers: readonly (RegisterName | 'competence')[];
  readonly gates: readonly string[];
  readonly scenarios: readonly string[];
  readonly tests: readonly string[];
  readonly waitsFor?: string;
}

export const ASPECTS = [
  'Clinical quality and translation',
  'Logistics',
  'Hospital preparation',
  'Patient care',
] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Action {
  readonly action: string;
  readonly cells: Readonly<Record<Aspect, Coverage>>;
}

/** Priority actions and aspects of the scoping review (Shi et al. 2025, doi 10.1016/j.omtm.2025.101485). */
export const ACTIONS: readonly Action[] = [
  {
    action: 'Risk-based procedures',
    cells: {
      'Clinical quality and translation': {
        held: 'A therapy is ordered and prescribed only under a risk assessment of its product that is in date, its actions done and its risks accepted.',
        registers: ['risk-assessments'],
        gates: ['risk-assessed', 'approvals-valid', 'tests-passed'],
        scenarios: ['reordered', 'certificate-mismatch'],
        tests: ['test/domain/registers/risk-assessments.test.ts', 'test/domain/gates/registers/product-gates.test.ts'],
      },
      Logistics: {
        held: 'Custody, temperature and time of travel are judged by the limits of the label; an excursion holds every container until its maker has answered.',
        registers: ['shippers', 'risk-assessments'],
        gates: ['custody-temperature', 'no-open-excursion', 'shipper-qualified'],
        scenarios: ['excursion-inbound', 'excursion-outbound'],
        tests: ['test/domain/journey/custody.test.ts', 'test/domain/journey/excursion.test.ts'],
      },
      'Hospital preparation': {
        held: 'A site opens for a product when all is there that its readiness rests on: qualification by the maker, accreditation, licences, approval of genetically modified products, agreements, risk assessments.',
        registers: ['product-readiness', 'risk-assessments'],
        gates: ['site-ready'],
        scenarios: ['expired-agreement'],
        tests: ['test/domain/registers/product-readiness.test.ts', 'test/domain/gates/registers/product-gates.test.ts'],
      },
      'Patient care': {
        held: 'Conditioning, thaw and infusion wait for a GO that counts for a short time; flags, deaths and withdrawn consent close them at once.',
        registers: ['risk-assessments'],
        gates: ['go-stands-thaw', 'not-flagged-do-not-thaw', 'consent-stands', 'in-conditioning-window'],
        scenarios: ['deteriorates', 'day-zero-turns', 'withdraws-consent'],
        tests: ['test/domain/journey/go-validity.test.ts', 'test/domain/journey/flags.test.ts'],
      },
    },
  },
  {
    action: 'Skills and knowledge of staff',
    cells: {
      'Clinical quality and translation': {
        held: 'Orders and prescriptions are checked by a second person who was assessed in it.',
        registers: ['competence'],
        gates: ['competent'],
        scenarios: ['lapsed-competence', 'four-eyes'],
        tests: ['test/domain/competence/judge-competence.test.ts', 'test/domain/sign-off/competence.test.ts'],
      },
      Logistics: {
        held: 'Whoever collects, receives and accepts was assessed in it; what was done without is recorded, with a critical deviation.',
        registers: ['competence'],
        gates: ['competent'],
        scenarios: ['lapsed-competence', 'receipt-quarantine'],
        tests: ['test/domain/sign-off/competence.test.ts', 'test/domain/competence/record-competence.test.ts'],
      },
      'Hospital preparation': {
        held: 'A readiness says how many people the site keeps competent in each task, and its owner is told from when on they are too few; what lapses is known 90, 60, 30 and 7 days ahead.',
        registers: ['competence', 'product-readiness'],
        gates: ['competent', 'site-ready'],
        scenarios: ['lapsed-competence', 'delegation'],
        tests: ['test/domain/renewals/renewal-ladder.test.ts', 'test/domain/competence/headcount.test.ts'],
      },
      'Patient care': {
        held: 'Thawing, the check at the bedside and the care of cytokine release and neurotoxicity are tasks of their own; the GO for thaw asks that enough people who are competent in them are on site.',
        registers: ['competence'],
        gates: ['competent', 'shift-covered'],
        scenarios: ['team-mailbox', 'lapsed-competence'],
        tests: ['test/domain/sign-off/competence.test.ts', 'test/domain/gates/shift-covered.test.ts'],
      },
    },
  },
  {
    action: 'Validated and maintained facilities',
    cells: {
      'Clinical quality and translation': {
        held: 'Material is collected on a device that is in use and in date, and kept within its limits until it is handed over.',
        registers: ['equipment'],
        gates: ['device-in-date', 'donor-tests-in-window'],
        scenarios: ['collection-fails', 'material-rejected'],
        tests: ['test/domain/gates/register-gates.test.ts'],
      },
      Logistics: {
        held: 'Shippers and loggers are named when a container is handed over, and are qualified and calibrated on that day.',
        registers: ['shippers', 'agreements'],
        gates: ['shipper-qualified', 'agreement-in-date'],
        scenarios: ['excursion-outbound', 'excursion-inbound'],
        tests: ['test/domain/gates/register-gates.test.ts'],
      },
      'Hospital preparation': {
        held: 'A product is stored in a vessel that is in use, mapped and calibrated, with an alarm that was tested; a mirror of the asset register that is too old is confirmed by a person. An alarm that is reported once holds what is in the device in every course of the site.',
        registers: ['equipment'],
        gates: ['storage-qualified', 'no-open-excursion'],
        scenarios: ['unqualified-storage', 'receipt-quarantine', 'storage-alarm'],
        tests: ['test/domain/gates/register-gates.test.ts', 'test/effects/carry-alarm-onward.test.ts'],
      },
      'Patient care': {
        held: 'The device that thaws is named and in date; the time in use runs from the thaw.',
        registers: ['equipment'],
        gates: ['device-in-date', 'go-stands-thaw', 'sound-after-thaw'],
        scenarios: ['in-use-exceeded', 'given-past-clock'],
        tests: ['test/domain/clocks/in-use.test.ts', 'test/domain/steps/give-the-product.test.ts'],
      },
    },
  },
  {
    action: 'Documentation system',
    cells: {
      'Clinical quality and translation': {
        held: 'A therapy protocol is a document of its label and revision, pinned by each course; the procedure beside a form is the one in force when people were asked, changed under change control that people sign step by step, or closes it. Somebody looks for a newer label every three months.',
        registers: ['documents', 'change-controls'],
        gates: ['procedure-effective'],
        scenarios: ['superseded-document', 'change-control', 'certificate-mismatch'],
        tests: [
          'test/domain/registers/documents.test.ts',
          'test/domain/registers/label-watch.test.ts',
          'test/domain/protocol/verification.test.ts',
          'test/domain/quality/change-control.test.ts',
        ],
      },
      Logistics: {
        held: 'Containers, certificates, labels and custody are read from their documents and compared; what differs closes the step.',
        registers: ['documents', 'agreements'],
        gates: ['identity-matches', 'inspection-clean', 'expiry-certified'],
        scenarios: ['certificate-mismatch', 'identity-mismatch'],
        tests: ['test/domain/journey/label-faults.test.ts', 'test/domain/journey/genealogy.test.ts'],
      },
      'Hospital preparation': {
        held: 'Agreements and documents go the way of their lifecycle; versions are kept, and how they stood on any day is one query. What another system keeps comes by itself, all of an export or nothing, and is confirmed before it is too old.',
        registers: ['agreements', 'documents'],
        gates: ['agreement-in-date', 'site-ready'],
        scenarios: ['expired-agreement', 'superseded-document', 'mirror-too-old'],
        tests: [
          'test/domain/registers/agreements.test.ts',
          'test/domain/registers/csv.test.ts',
          'test/registers/mirrors.test.ts',
        ],
      },
      'Patient care': {
        held: 'What was done is always recorded, at its time and by whom; corrections stand beside it, and paper is compared by a second person.',
        registers: ['documents'],
        gates: ['procedure-effective', 'not-held'],
        scenarios: ['correction', 'from-paper', 'superseded-document'],
        tests: ['test/domain/sign-off/from-paper.test.ts', 'test/domain/audit/verify-dossier.test.ts'],
      },
    },
  },
];

export interface Goal {
  readonly goal: string;
  readonly coverage: Coverage;
}

export const GOALS: readonly Goal[] = [
  {
    goal: 'Compliance with regulation and accreditation',
    coverage: {
      held: 'Licences, accreditation and the maker’s qualification of the site have a last day that closes ordering; every signature names what it rests on, and the whole log can be verified without this software.',
      registers: ['product-readiness', 'competence'],
      gates: ['site-ready', 'batch-certified', 'identity-matches'],
      scenarios: ['expired-agreement', 'certificate-mismatch'],
      tests: ['test/domain/audit/verify-dossier.test.ts', 'test/cli/verify.test.ts'],
    },
  },
  {
    goal: 'Standard operational practice, put in place and kept',
    coverage: {
      held: 'Every step is one way to work, with its procedure beside it, its deadline and its ladder; what is told before it lapses is renewed by signed evidence.',
      registers: ['documents', 'competence'],
      gates: ['procedure-effective', 'competent'],
      scenarios: ['happy', 'superseded-document', 'change-control'],
      tests: [
        'test/domain/journey/whole-journey.test.ts',
        'test/domain/journey/procedure.test.ts',
        'test/domain/registers/procedure-in-force.test.ts',
      ],
    },
  },
];
