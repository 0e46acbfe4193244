/**
 * The words of the pathway. A step has one name everywhere: it is the state name in the console, the title of the
 * page, the subject of the mail and the key in the log. Phases are state machines.
 */
export const PHASES = ['Order', 'Collection', 'Manufacturing', 'Receipt', 'Treatment', 'FollowUpVisit'] as const;
export type PhaseName = (typeof PHASES)[number];

export const STEPS = [
  'Confirm eligibility',
  'Confirm consent',
  'Record apheresis',
  'Check certificate',
  'Accept receipt',
  'Resolve quarantine',
  'Give GO',
  'Give the product',
  'Discharge',
  'Record follow-up visit',
] as const;
export type StepName = (typeof STEPS)[number];

/** Role codes of clinical-pathway.md, in full words. `lead` and `on-call` are where an unanswered step escalates to. */
export const ROLES = [
  'coordinator',
  'physician',
  'pharmacist',
  'apheresis',
  'cell-lab',
  'nurse',
  'qa',
  'programme-lead',
  'on-call',
] as const;
export type Role = (typeof ROLES)[number];

/** How a phase can end. `cancelled` and `superseded` come from outside the phase; all others from a signed decision. */
export const PHASE_OUTCOMES = [
  'ordered',
  'collected',
  'certified',
  'accepted',
  'treated',
  'deferred',
  'rejected',
  'recollect',
  'remake',
  'stopped',
  'attended',
  'missed',
  'lost',
  'died',
  'cancelled',
  'superseded',
] as const;
export type PhaseOutcome = (typeof PHASE_OUTCOMES)[number];

/** How a journey can end. */
export const JOURNEY_OUTCOMES = ['completed', 'rejected', 'stopped', 'cancelled', 'died', 'lost-to-follow-up'] as const;
export type JourneyOutcome = (typeof JOURNEY_OUTCOMES)[number];
