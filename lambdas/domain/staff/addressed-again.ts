import { steps } from '../steps/index.ts';
import type { Role, StepName } from '../vocabulary.ts';

/** Roles that somebody signs for no more at a site. */
export interface Lost {
  readonly site: string;
  readonly roles: readonly Role[];
}

/** An open step, as far as it decides to whom it is addressed: `role` where another signs than it has elsewhere. */
export interface OpenLine {
  readonly step: StepName;
  readonly role?: Role | undefined;
  readonly assignedTo?: string | undefined;
}

/**
 * How an open step is addressed again after somebody lost roles: one that was theirs alone goes back to everybody of its role
 * (`reassign` to nobody); of one that they shared, the links they were sent count no more and the others are sent new ones (`reissue`).
 * Undefined where the step does not concern them.
 */
export function addressedAgain(
  id: string,
  { roles }: Lost,
  { step, role, assignedTo }: OpenLine,
): 'reassign' | 'reissue' | undefined {
  if (!roles.includes(role ?? steps[step].role)) return undefined;
  if (assignedTo === undefined) return 'reissue';
  return assignedTo === id ? 'reassign' : undefined;
}
