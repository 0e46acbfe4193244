import type { MailClass } from '../domain/events/data.ts';
import type { StaffDirectory, StaffMember } from '../domain/ports.ts';
import { isAway } from '../domain/staff/absence.ts';
import { isAbout, isInForce } from '../domain/staff/delegation.ts';
import type { Team } from '../domain/staff/team.ts';
import type { Instant } from '../domain/time.ts';
import type { Role, StepName } from '../domain/vocabulary.ts';

/** A person and the role in which they are written to. */
export interface Recipient {
  readonly member: StaffMember;
  readonly role: Role;
  /** User ids of those in whose place they are told; missing for whoever is told as themselves. */
  readonly onBehalfOf?: readonly string[];
  /** Told because they are on call for the role. */
  readonly onCall?: true;
  /** Name of the team whose mailbox it is; who reads it there signs in first. */
  readonly team?: string;
}

/** Why it is this reader who is told, as their mail says it. */
export const whyThey = ({ onBehalfOf, onCall }: Recipient): Pick<Recipient, 'onBehalfOf' | 'onCall'> => ({
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  ...(onCall === undefined ? {} : { onCall }),
});

/** A mailbox as somebody who is written to; no user id has an @. */
export const mailboxOf = ({ id, name, role, site, mail, language }: Team): Recipient => ({
  member: { id: `team@${id}`, name, mail, roles: [role], site, language, active: true },
  role,
  team: name,
});

/** What somebody is told of, and when: who handed it over to whom, and who is away, depends on both. */
export interface Told {
  readonly at: Instant;
  readonly journeyId?: string | undefined;
  readonly step?: StepName | undefined;
  /** What is urgent goes to who is on call, where there is a rota. */
  readonly class?: MailClass;
}

/**
 * Who is told in the place of a member who handed this over, or the member; undefined while they are away and nobody acts for
 * them. A deputy who has left or is away acts for nobody: a delegation never goes on to a third.
 */
export async function inPlaceOf(
  staff: Pick<StaffDirectory, 'find'>,
  member: StaffMember,
  role: Role,
  told: Told,
): Promise<Recipient | undefined> {
  const { delegations = [], absences } = member.calendar ?? {};
  const handedOver = delegations.filter(
    (one) => one.by === member.id && one.role === role && isInForce(one, told.at) && isAbout(one, told),
  );
  for (const { to, as } of handedOver) {
    const deputy = await staff.find(to);
    const acts = deputy?.active === true && deputy.site === member.site && deputy.roles.includes(as);
    if (acts && !isAway(deputy.calendar?.absences, told.at)) {
      return { member: deputy, role, onBehalfOf: [member.id] };
    }
  }
  return isAway(absences, told.at) ? undefined : { member, role };
}

/** Each person once, in the first of their roles; in whose place they are told beside that is kept. */
export function eachOnce(recipients: readonly Recipient[]): readonly Recipient[] {
  const found = new Map<string, Recipient>();
  for (const recipient of recipients) {
    const { id } = recipient.member;
    const known = found.get(id);
    const others = [...new Set([...(known?.onBehalfOf ?? []), ...(recipient.onBehalfOf ?? [])])];
    found.set(id, { ...(known ?? recipient), ...(others.length === 0 ? {} : { onBehalfOf: others }) });
  }
  return [...found.values()];
}
