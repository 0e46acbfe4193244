import type { PhaseName } from '../vocabulary.ts';
import { collection } from './collection.ts';
import type { PhaseFlow } from './flow.ts';
import { followUpVisit } from './follow-up-visit.ts';
import { manufacturing } from './manufacturing.ts';
import { order } from './order.ts';
import { receipt } from './receipt.ts';
import { treatment } from './treatment.ts';

export const flows: Readonly<Record<PhaseName, PhaseFlow>> = {
  Order: order,
  Collection: collection,
  Manufacturing: manufacturing,
  Receipt: receipt,
  Treatment: treatment,
  FollowUpVisit: followUpVisit,
};

/** The phases one run of PatientJourney walks, in the order of the happy path. */
export const COURSE_PHASES = ['Order', 'Collection', 'Manufacturing', 'Receipt', 'Treatment'] as const;
export type CoursePhase = (typeof COURSE_PHASES)[number];
