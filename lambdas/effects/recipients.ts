import type { Tier } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import type { StaffMember, StaffRegister } from '../domain/ports.ts';
import type { Role } from '../domain/vocabulary.ts';

/** A person and the role in which they are written to. */
export interface Recipient {
  readonly member: StaffMember;
  readonly role: Role;
}

/** Whom of the people of a role: those who hold it, or with tier `deputies` those who stand in; and whom not. */
export interface Whom {
  readonly tier?: Tier | undefined;
  /** User id of somebody who cannot be reached. */
  readonly except?: string | undefined;
}

/**
 * The people of a site who are told something, each once. A role nobody holds now falls to its deputies, then to the
 * programme lead, then to who is on call.
 */
export async function recipientsOf(
  staff: StaffRegister,
  site: string,
  roles: readonly Role[],
  { tier, except }: Whom = {},
): Promise<readonly Recipient[]> {
  const found = new Map<string, Recipient>();
  const told = tier === 'deputies' ? await idsHolding(staff, site, roles) : [];
  const reachable = (members: readonly StaffMember[]): readonly StaffMember[] =>
    members.filter(({ id }) => id !== except && !told.includes(id));
  for (const role of roles) {
    const members = await firstOf(waysTo(staff, site, role, tier === 'deputies'), reachable);
    if (members === undefined) {
      throw new Fault(
        `Mail: nobody at site ${site} holds ${role}, programme-lead or on-call. Add staff, then the sweep sends it.`,
      );
    }
    for (const member of members) if (!found.has(member.id)) found.set(member.id, { member, role });
  }
  return [...found.values()];
}

type Look = () => Promise<readonly StaffMember[]>;

const waysTo = (staff: StaffRegister, site: string, role: Role, onlyDeputies: boolean): readonly Look[] => [
  ...(onlyDeputies ? [] : [() => staff.holding(site, role)]),
  () => staff.deputising(site, role),
  () => staff.holding(site, 'programme-lead'),
  () => staff.holding(site, 'on-call'),
  // Better told twice than nobody at all.
  ...(onlyDeputies ? [() => staff.holding(site, role)] : []),
];

async function firstOf(
  ways: readonly Look[],
  reachable: (members: readonly StaffMember[]) => readonly StaffMember[],
): Promise<readonly StaffMember[] | undefined> {
  let anybody: readonly StaffMember[] | undefined;
  for (const look of ways) {
    const members = await look();
    const open = reachable(members);
    if (open.length > 0) return open;
    if (members.length > 0) anybody ??= members;
  }
  return anybody;
}

/** Who was told already, because they hold one of the roles themselves. */
async function idsHolding(staff: StaffRegister, site: string, roles: readonly Role[]): Promise<readonly string[]> {
  const members = await Promise.all(roles.map((role) => staff.holding(site, role)));
  return members.flat().map(({ id }) => id);
}
