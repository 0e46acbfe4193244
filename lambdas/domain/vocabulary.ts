/**
 * The words of the pathway. A step has one name everywhere: it is the state name in the console, the title of the
 * page, the subject of the mail and the key in the log. Phases are state machines.
 *
 * The course phases follow one another; side phases run beside them, each a short run of its own, joined by gates.
 */
export const COURSE_PHASES = ['Order', 'Collection', 'Manufacturing', 'Receipt', 'Treatment'] as const;
export type CoursePhase = (typeof COURSE_PHASES)[number];

export const SIDE_PHASES = [
  'Reassessment',
  'Conditioning',
  'PendingTests',
  'Excursion',
  'IdentityMismatch',
  'FlagReview',
  'Withdrawal',
  'Death',
  'OrderMatch',
  'FollowUpVisit',
  'LifelongWatch',
  'Transcription',
  'Correction',
  'ContinuationReview',
  'Deviation',
  'Capa',
  'ChangeControl',
  'Closure',
] as const;
export type SidePhase = (typeof SIDE_PHASES)[number];

export const PHASES = [...COURSE_PHASES, ...SIDE_PHASES] as const;
export type PhaseName = (typeof PHASES)[number];

export const STEPS = [
  'Register the referral',
  'Confirm eligibility',
  'Confirm funding',
  'Confirm consent',
  'Place the order',
  'Check the order',
  'Book the slots',
  'Check donor tests',
  'Confirm readiness',
  'Record apheresis',
  'Release the collection',
  'Ship the starting material',
  'Record acceptance by the maker',
  'Follow the manufacture',
  'Decide after a failed manufacture',
  'Check certificate',
  'Agree the delivery',
  'Follow the delivery',
  'Inspect the delivery',
  'Accept receipt',
  'Resolve quarantine',
  'Confirm receipt to the maker',
  'Prescribe the product',
  'Verify the prescription',
  'Give GO for conditioning',
  'Start conditioning',
  'Complete conditioning',
  'Give GO for thaw',
  'Confirm GO for thaw',
  'Give the product',
  'Monitor the patient',
  'Discharge',
  'Send the discharge letter',
  'End the proximity period',
  'Record follow-up visit',
  'Report to the registry',
  'Arrange the lifelong watch',
  'Reassess the patient',
  'Record the pending tests',
  'Record the disposition',
  'Resolve the mismatch',
  'Confirm the resolution',
  'Review the flags',
  'Decide on the withdrawal',
  'Confirm the death',
  'Confirm the death as second person',
  'Match the order',
  'Compare with the paper record',
  'Sign the correction',
  'Review the emergency continuation',
  'Triage the deviation',
  'Investigate the deviation',
  'Decide on the deviation',
  'Plan the CAPA',
  'Check that the CAPA works',
  'Assess the change',
  'Approve the change',
  'Confirm the approval',
  'Implement the change',
  'Check that the change works',
  'Close the change',
  'Stand everything down',
  'Account for every container',
  'Close the course',
] as const;
export type StepName = (typeof STEPS)[number];

/** What anybody involved can report from any open step, at any time. */
export const REPORTS = [
  'excursion',
  'identity-mismatch',
  'flags-raised',
  'consent-withdrawn',
  'consent-given',
  'death',
  'dates-moved',
  'storage-moved',
  'storage-alarm',
  'deviation-raised',
  'partner-id',
  'qa-exemption',
  'emergency-continuation',
  'exemption-taken-back',
] as const;
export type ReportName = (typeof REPORTS)[number];

/** Flags a physician can raise, each a gate on one authorisation (clinical-pathway 5.5). */
export const FLAGS = ['do-not-ship', 'do-not-condition', 'do-not-thaw'] as const;
export type Flag = (typeof FLAGS)[number];

/** Role codes of clinical-pathway.md, in full words. `lead` and `on-call` are where an unanswered step escalates to. */
export const ROLES = [
  'coordinator',
  'physician',
  'pharmacist',
  'apheresis',
  'cell-lab',
  'nurse',
  'qa',
  'registry',
  'programme-lead',
  'on-call',
] as const;
export type Role = (typeof ROLES)[number];

/** How a phase can end. `cancelled` and `superseded` come from outside the phase; all others from a signed decision. */
export const PHASE_OUTCOMES = [
  'ordered',
  'reorder',
  'collected',
  'rebook',
  'certified',
  'accepted',
  'conditioned',
  'treated',
  'deferred',
  'go-lapsed',
  'recondition',
  'rejected',
  'recollect',
  'remake',
  'stopped',
  'attended',
  'missed',
  'lost',
  'died',
  'again',
  'settled',
  'needs-capa',
  'accounted',
  'cancelled',
  'superseded',
] as const;
export type PhaseOutcome = (typeof PHASE_OUTCOMES)[number];

/** How a journey can end. */
export const JOURNEY_OUTCOMES = ['completed', 'rejected', 'stopped', 'cancelled', 'died', 'lost-to-follow-up'] as const;
export type JourneyOutcome = (typeof JOURNEY_OUTCOMES)[number];
