import { steps } from '../steps/index.ts';
import { ROLES, type Role } from '../vocabulary.ts';
import { correctedFor } from './corrected.ts';
import type { JourneyState, StepState } from './state.ts';

/** The role that signs a step here: of a correction, the one in which what is corrected was signed; of a change, who owns it makes it. */
export function roleOf(state: JourneyState, step: Pick<StepState, 'phase' | 'round' | 'step'>): Role {
  const { doneBy } = correctedFor(state, step) ?? {};
  if (doneBy?.kind === 'person') return doneBy.role;
  return (step.step === 'Implement the change' ? ownerOf(state) : undefined) ?? steps[step.step].role;
}

/** The role that owns a change, where no person does. */
const ownerOf = ({ qualityCase }: JourneyState): Role | undefined =>
  qualityCase?.kind === 'change-control' ? ROLES.find((role) => role === qualityCase.entry.owner) : undefined;

/** The roles of a ladder, with the one that signs here in place of the one its definition names. */
export function rolesIn(state: JourneyState, step: StepState, named: readonly Role[]): readonly Role[] {
  const [defined, here] = [steps[step.step].role, roleOf(state, step)];
  return defined === here ? named : [...new Set(named.map((role) => (role === defined ? here : role)))];
}
