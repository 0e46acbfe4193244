import { recordOf } from '../../lambdas/domain/steps/meanings.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import type { StepScript } from '../scenario/scenario.ts';

/** What the people of a course keep in mind of what they signed. */
export interface Told {
  /** The round of the collection that was made last: what is manufactured and certified comes from it. */
  collected: number;
  /** The manufacturing round whose product was certified last. */
  made: number;
  /** Whether a product of any round came into the house. */
  received: boolean;
  /** Whether an infusion of the product was begun. */
  infused: boolean;
  /** Whether the last visit did not take place. */
  missed: boolean;
  /** Answers that a turn brings at later steps, each given once. */
  readonly ahead: Map<StepName, StepScript>;
}

export const nothingTold = (): Told => ({
  collected: 1,
  made: 1,
  received: false,
  infused: false,
  missed: false,
  ahead: new Map(),
});

/** Takes note of what was signed: a decision, or an item of a checklist as `record:thaw-started`. */
export function note(told: Told, step: StepName, round: number, signed: string): void {
  if (step === 'Record apheresis' && signed === 'collected') told.collected = round;
  if (step === 'Check certificate' && signed === 'certified') told.made = round;
  if (step === 'Follow the delivery' && signed === 'arrived') told.received = true;
  if (signed === recordOf('infusion-started')) told.infused = true;
  if (step === 'Record follow-up visit') told.missed = signed === 'missed';
}
