import { lazily } from '../lazily.ts';
import { remembered } from '../remembered.ts';
import { steps } from '../steps/index.ts';
import type { StepDefinition } from '../steps/step.ts';
import { type PhaseName, ROLES, type Role } from '../vocabulary.ts';
import type { JourneyState } from './state.ts';

/** Those who see to every course of their site from its first day to its last. */
const OVERSEEING: readonly Role[] = ['coordinator', 'physician', 'qa', 'programme-lead', 'on-call'];

/** Everybody who signs or records something in a step. */
export const rolesOfStep = ({ role, checklist }: StepDefinition): readonly Role[] => [
  role,
  ...(checklist?.items ?? []).flatMap(({ roles = [] }) => roles),
];

/**
 * Roles that have a part in the care of a patient: who oversees courses, and whoever is asked something in a phase that the
 * journey has reached. A phase that is still to come gives nobody a part.
 */
export function partsInCare(state: JourneyState): readonly Role[] {
  const reached = new Set(state.phases.map(({ phase }) => phase));
  const asked = new Set<Role>([...OVERSEEING, ...[...reached].flatMap((phase) => rolesOf(phase))]);
  return ROLES.filter((role) => asked.has(role));
}

const stepsOf = lazily(() => Map.groupBy(Object.values<StepDefinition>(steps), ({ phase }) => phase));

const rolesOf = remembered((phase: PhaseName): readonly Role[] => (stepsOf().get(phase) ?? []).flatMap(rolesOfStep));
