import { ASSURANCES, type Assurance, FLOOR } from '../journey/assurance-policy.ts';
import { type JourneySite, policyOf } from '../journey/site-policy.ts';
import type { StepName } from '../vocabulary.ts';

/** What it takes to sign a step, its reports and the items of its checklist, by the policy that the journey pinned. */
export const neededAssurance = (of: { readonly site: JourneySite }, step: StepName): Assurance =>
  policyOf(of).assurance?.[step] ?? FLOOR;

export const isBelow = (given: Assurance, needed: Assurance): boolean =>
  ASSURANCES.indexOf(given) < ASSURANCES.indexOf(needed);
