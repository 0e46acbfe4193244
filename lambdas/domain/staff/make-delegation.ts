import { rolesOfStep } from '../journey/parts-in-care.ts';
import type { SitePolicy } from '../journey/site-policy.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import type { StaffMember } from '../ports.ts';
import { steps } from '../steps/index.ts';
import { type Instant, plus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { type Delegation, type DelegationScope, isInForce } from './delegation.ts';

/** What somebody asks for who hands steps of their role over. */
export interface AskedDelegation {
  readonly role: Role;
  readonly scope: DelegationScope;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}

interface Making {
  readonly id: string;
  /** Whose steps they are, and who is to sign in their place; undefined for an id that nobody has. */
  readonly delegator: StaffMember | undefined;
  readonly deputy: StaffMember | undefined;
  readonly policy: Pick<SitePolicy, 'deputyRoles'>;
  /** User id of who enters it: the delegator, or whoever keeps the register. */
  readonly madeBy: string;
  readonly now: Instant;
}

/** Longer than this it is a change of roles, and belongs into the register. */
const LONGEST = 'P1Y';
/** Enough for anybody, and little enough to be read with every signature. */
const MOST = 12;

/** A delegation, or why there can be none. Only a role that is one's own is handed over, so that none goes on to a third. */
export function makeDelegation(asked: AskedDelegation, making: Making): Outcome<Delegation> {
  const { delegator, deputy, policy, id, madeBy, now } = making;
  const { role, scope, until } = asked;
  // What was done before, nobody was allowed afterwards.
  const from = asked.from < now ? now : asked.from;
  const reason = asked.reason.trim();
  if (delegator?.active !== true)
    return refuse('not-found', 'Delegation: expected active staff who delegates.', at('by'));
  if (deputy?.active !== true || deputy.site !== delegator.site) {
    return refuse('invalid', `Deputy: expected active staff of ${delegator.site}.`, at('to', 'not-on-the-register'));
  }
  if (deputy.id === delegator.id) {
    return refuse('invalid', 'Deputy: got the person who delegates, expected another.', at('to', 'same-person'));
  }
  if (madeBy === deputy.id) {
    return refuse('forbidden', `Made by: got ${madeBy}, who is to sign; expected the delegator or another keeper.`);
  }
  if (!delegator.roles.includes(role)) {
    const message = `Role: got ${role}, expected one that ${delegator.id} holds: ${delegator.roles.join(', ')}. What is only stood in for is not handed on.`;
    return refuse('forbidden', message, at('role', 'not-own-role'));
  }
  const as = competentAs(deputy, role, policy);
  if (as === undefined) {
    const allowed = [role, ...(policy.deputyRoles?.[role] ?? [])].join(' or ');
    return refuse(
      'forbidden',
      `Deputy: got ${deputy.roles.join(', ')}, expected ${allowed}.`,
      at('to', 'not-competent'),
    );
  }
  if (deputy.identity === undefined) {
    return refuse('forbidden', 'Deputy: expected somebody whose identity was checked.', at('to', 'not-competent'));
  }
  if (scope.kind === 'steps' && scope.steps.some((step) => !rolesOfStep(steps[step]).includes(role))) {
    return refuse('invalid', `Steps: expected steps of ${role}.`, at('steps', 'not-of-this-role'));
  }
  if (until <= from || until <= now) {
    return refuse(
      'invalid',
      `Until: got ${until}, expected after ${from} and after now.`,
      at('until', 'not-after-start'),
    );
  }
  if (until > plus(from, LONGEST, 'UTC')) {
    return refuse('invalid', `Until: got ${until}, expected within ${LONGEST} of ${from}.`, at('until', 'too-high'));
  }
  if (reason === '' || reason.length > 500) {
    return refuse('invalid', 'Reason: expected 1 to 500 characters.', at('reason', 'required'));
  }
  const standing = [delegator, deputy].some(
    ({ calendar }) =>
      (calendar?.delegations ?? []).filter((one) => one.until > now && one.ended === undefined).length >= MOST,
  );
  if (standing) return refuse('conflict', `Delegations: got more than ${MOST} of one person. End one first.`);
  const made = { id, by: delegator.id, to: deputy.id, role, as, site: delegator.site, scope, from, until, reason };
  return ok({ ...made, madeBy, madeAt: now });
}

const at = (path: string, problem = 'not-on-the-register') => ({ path, problem });

/** The role by which somebody may sign in place of who holds `role`: the same, or one that the site allows. */
const competentAs = (
  { roles }: StaffMember,
  role: Role,
  { deputyRoles }: Pick<SitePolicy, 'deputyRoles'>,
): Role | undefined => [role, ...(deputyRoles?.[role] ?? [])].find((one) => roles.includes(one));

/** The delegation as ended now, by either of the two, or by who keeps the register. */
export function endDelegation(
  made: Delegation | undefined,
  { by, now, isRegistrar = false }: { readonly by: string; readonly now: Instant; readonly isRegistrar?: boolean },
): Outcome<Delegation> {
  // What is no affair of somebody is answered as what is not there.
  if (made === undefined || !(isRegistrar || made.by === by || made.to === by)) {
    return refuse('not-found', 'Delegation: this one was not found.');
  }
  const isToCome = made.from > now && made.ended === undefined;
  if (!isToCome && !isInForce(made, now)) return refuse('conflict', 'Delegation: it is over already.');
  return ok({ ...made, ended: { at: now, by } });
}
