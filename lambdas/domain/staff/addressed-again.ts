import { steps } from '../steps/index.ts';
import type { Role, StepName } from '../vocabulary.ts';

/** Roles that somebody signs for no more at a site. */
export interface Lost {
  readonly site: string;
  readonly roles: readonly Role[];
}

/**
 * How an open step is addressed again after somebody lost roles: one that was theirs alone goes back to everybody of its role
 * (`reassign` to nobody); of one that they shared, the links they were sent count no more and the others are sent new ones (`reissue`).
 * Undefined where the step does not concern them.
 */
export function addressedAgain(
  id: string,
  { roles }: Lost,
  { step, assignedTo }: { readonly step: StepName; readonly assignedTo?: string | undefined },
): 'reassign' | 'reissue' | undefined {
  if (!roles.includes(steps[step].role)) return undefined;
  if (assignedTo === undefined) return 'reissue';
  return assignedTo === id ? 'reassign' : undefined;
}
