import type { StepName } from '../vocabulary.ts';

/** What leaves the house, or is kept, as a document of its own: a correction of what it was written from does not reach it. */
export const DOCUMENTS = [
  'maker-order',
  'slot-booking',
  'release-papers',
  'transport-papers',
  'receipt-confirmation',
  'prescription',
  'patient-instructions',
  'discharge-letter',
  'registry-report',
  'lifelong-watch-handover',
  'stand-down-notices',
] as const;
export type DocumentName = (typeof DOCUMENTS)[number];

export interface MadeDocument {
  readonly document: DocumentName;
  /** The decisions that say that it was made. */
  readonly by: readonly string[];
  /** Whose records it is written from, beside that of the step itself. */
  readonly from: readonly StepName[];
}

/** The document that is made at a step. */
export const documentsOf: Readonly<Partial<Record<StepName, MadeDocument>>> = {
  'Place the order': {
    document: 'maker-order',
    by: ['ordered'],
    from: ['Register the referral', 'Confirm eligibility', 'Confirm consent'],
  },
  'Book the slots': { document: 'slot-booking', by: ['booked'], from: ['Place the order', 'Check the order'] },
  'Release the collection': {
    document: 'release-papers',
    by: ['released', 'released-under-target'],
    from: ['Check donor tests', 'Confirm readiness', 'Record apheresis'],
  },
  'Ship the starting material': {
    document: 'transport-papers',
    by: ['delivered'],
    from: ['Record apheresis', 'Release the collection'],
  },
  'Confirm receipt to the maker': {
    document: 'receipt-confirmation',
    by: ['confirmed'],
    from: ['Follow the delivery', 'Inspect the delivery', 'Accept receipt', 'Resolve quarantine'],
  },
  'Prescribe the product': {
    document: 'prescription',
    by: ['prescribed'],
    from: ['Check certificate', 'Accept receipt'],
  },
  Discharge: {
    document: 'patient-instructions',
    by: ['discharged'],
    from: ['Give the product', 'Monitor the patient'],
  },
  'Send the discharge letter': {
    document: 'discharge-letter',
    by: ['sent'],
    from: [
      'Check certificate',
      'Prescribe the product',
      'Start conditioning',
      'Complete conditioning',
      'Give the product',
      'Monitor the patient',
      'Discharge',
    ],
  },
  'Report to the registry': {
    document: 'registry-report',
    by: ['reported'],
    from: [
      'Confirm eligibility',
      'Record apheresis',
      'Check certificate',
      'Prescribe the product',
      'Start conditioning',
      'Complete conditioning',
      'Give the product',
      'Monitor the patient',
      'Discharge',
      'Record follow-up visit',
    ],
  },
  'Arrange the lifelong watch': {
    document: 'lifelong-watch-handover',
    by: ['arranged', 'arranged-unreached'],
    from: ['Check certificate', 'Give the product', 'Discharge', 'Record follow-up visit'],
  },
  'Stand everything down': {
    document: 'stand-down-notices',
    by: ['done'],
    from: ['Book the slots', 'Agree the delivery'],
  },
};
