import type { EnglishStep } from './step-texts.ts';

/** How a change of a document, a protocol, a machine or the software is decided on. */
export const ofChanges = {
  'Assess the change': {
    title: 'Assess the change',
    ask: 'Please assess what the change means for regulation, validation, data, training and patients. Journeys in flight with another version are listed.',
    decisions: { assessed: 'Assessed', rejected: 'Reject', withdrawn: 'Withdrawn' },
  },
  'Approve the change': {
    title: 'Approve the change',
    ask: 'Please read the assessment and decide whether the change may be made. Who proposed it does not approve it.',
    decisions: { approved: 'Approve', rejected: 'Reject', withdrawn: 'Withdrawn' },
  },
  'Confirm the approval': {
    title: 'Confirm the approval',
    ask: 'Please read the assessment and decide, as second person, whether the change may be made.',
    decisions: { approved: 'Approve', rejected: 'Reject' },
  },
  'Implement the change': {
    title: 'Implement the change',
    ask: 'Please make the change as it was approved, and record the day from which it counts.',
    decisions: { implemented: 'Made as approved', withdrawn: 'Withdrawn' },
  },
  'Check that the change works': {
    title: 'Check that the change works',
    ask: 'Please check, on evidence, whether the change does what it was made for.',
    decisions: { effective: 'Effective', 'not-effective': 'Not effective' },
  },
  'Close the change': {
    title: 'Close the change',
    ask: 'Please read what became of the change, and close it.',
    decisions: { closed: 'Close' },
  },
} satisfies Record<string, EnglishStep>;

/** What is shown and asked of a change. */
export const changeControl = {
  facts: {
    caseTitle: 'About',
    changeId: 'Change',
    changeClass: 'Class of the change',
    changeWhat: 'What is changed',
    changeWhy: 'Why',
    changeOf: 'Changes',
    changeProposedBy: 'Proposed by',
    changeImplementOn: 'To be made on',
    changeRollback: 'Way back',
    changeCheckUntil: 'Effect to be checked until',
    impactRegulatory: 'Regulation',
    impactValidation: 'Validation',
    impactData: 'Data',
    impactTraining: 'Training',
    impactPatients: 'Patients',
    changeApprovedBy: 'Approved by',
    changeImplementedOn: 'Made on',
    changeEffectiveness: 'What the check found',
    journeysConcerned: 'Journeys in flight with another version',
    journeyConcerned: 'Goes on with',
    journeysNotListed: 'No journey names a version of',
  },
  fields: {
    impactRegulatory: 'What it means for regulation, or that it means nothing',
    impactValidation: 'What it means for validation, or that it means nothing',
    impactData: 'What it means for data, or that it means nothing',
    impactTraining: 'Who is trained in it, or that nobody is',
    impactPatients: 'What it means for patients on their way, or that it means nothing',
    changeBecause: 'Why',
    implementedOn: 'Made on',
    changeEffectiveness: 'What was looked at, and what it shows',
  },
  classes: { minor: 'Minor', major: 'Major', emergency: 'Emergency' },
  problems: {
    'before-it-was-approved': 'lies before the day on which it was approved.',
    'after-its-check': 'lies after the last day for the check of its effect: withdraw it, and propose it anew.',
  },
};
