import { steps } from '../steps/index.ts';
import type { Role } from '../vocabulary.ts';
import { correctedFor } from './corrected.ts';
import type { JourneyState, StepState } from './state.ts';

/** The role that signs a step here: of a correction, the one in which what is corrected was signed. */
export function roleOf(state: JourneyState, step: Pick<StepState, 'phase' | 'round' | 'step'>): Role {
  const { doneBy } = correctedFor(state, step) ?? {};
  return doneBy?.kind === 'person' ? doneBy.role : steps[step.step].role;
}

/** The roles of a ladder, with the one that signs here in place of the one its definition names. */
export function rolesIn(state: JourneyState, step: StepState, named: readonly Role[]): readonly Role[] {
  const [defined, here] = [steps[step.step].role, roleOf(state, step)];
  return defined === here ? named : [...new Set(named.map((role) => (role === defined ? here : role)))];
}
