import { steps } from '../steps/index.ts';
import type { Role } from '../vocabulary.ts';
import { correctedFor } from './corrected.ts';
import type { JourneyState, StepState } from './state.ts';

/** The role that signs a step here: of a correction, the role that signed what was corrected, be it an item of a checklist. */
export function roleOf(state: JourneyState, step: Pick<StepState, 'phase' | 'round' | 'step'>): Role {
  const corrected = correctedFor(state, step);
  const about = state.steps[corrected?.key ?? ''];
  if (corrected === undefined || about === undefined) return steps[step.step].role;
  const { checklist, role } = steps[about.step];
  const [name] = corrected.what.split('#');
  return checklist?.items.find(({ item }) => item === name)?.roles?.[0] ?? role;
}

/** The roles of a ladder, with the one that signs here in place of the one its definition names. */
export function rolesIn(state: JourneyState, step: StepState, named: readonly Role[]): readonly Role[] {
  const [defined, here] = [steps[step.step].role, roleOf(state, step)];
  return defined === here ? named : [...new Set(named.map((role) => (role === defined ? here : role)))];
}
