import type { JourneyState, StepState } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { isAbout, isInForce } from '../staff/delegation.ts';
import type { Instant } from '../time.ts';
import type { Person } from './permission.ts';

interface Acting {
  /** User id of in whose place somebody acts, as they said. */
  readonly onBehalfOf?: string | undefined;
  /** That person, as the register knows them. */
  readonly delegator?: Person | undefined;
  readonly at: Instant;
  /** It was done then and is entered from paper: the delegation, which ends with what it rests on, is the proof. */
  readonly isOnPaper?: boolean;
}

/**
 * Whoever acts in their own right, or in place of somebody who handed the step over to them. In another's place a person has of
 * that person the roles that were handed over, and nothing of their own: what is signed so, nobody could sign twice.
 */
export function actingFor(
  { site, id }: JourneyState,
  { step }: Pick<StepState, 'step'>,
  person: Person,
  { onBehalfOf, delegator, at, isOnPaper = false }: Acting,
): Outcome<Person> {
  if (onBehalfOf === undefined) return ok(person);
  const inForce = (person.calendar?.delegations ?? []).filter(
    (one) =>
      one.by === onBehalfOf &&
      one.to === person.id &&
      one.site === site.id &&
      isInForce(one, at) &&
      isAbout(one, { journeyId: id, step }),
  );
  // Both must still be what they were when it was made: who lost a role can neither hand it over nor stand in by it.
  const roles = inForce
    .filter(({ role, as }) => isOnPaper || (holds(delegator, role, site.id) && person.roles.includes(as)))
    .map(({ role }) => role);
  if (roles.length === 0) {
    const message = `On behalf of: got ${onBehalfOf}, expected somebody who handed this step over to you, for now and at this site.`;
    return refuse('forbidden', message, { problem: 'no-delegation' });
  }
  return ok({ ...person, roles, deputises: [], onBehalfOf });
}

const holds = (delegator: Person | undefined, role: Person['roles'][number], site: string): boolean =>
  delegator !== undefined && delegator.active !== false && delegator.site === site && delegator.roles.includes(role);
