import { Fault } from '../domain/faults.ts';
import type { StaffMember, StaffRegister } from '../domain/ports.ts';
import type { Role } from '../domain/vocabulary.ts';

/** A person and the role in which they are written to. */
export interface Recipient {
  readonly member: StaffMember;
  readonly role: Role;
}

/** The people of a site who hold one of the roles, each once; a role nobody holds falls to the programme lead, then on-call. */
export async function recipientsOf(
  staff: Pick<StaffRegister, 'holding'>,
  site: string,
  roles: readonly Role[],
): Promise<readonly Recipient[]> {
  const found = new Map<string, Recipient>();
  for (const role of roles) {
    const members = await holders(staff, site, role);
    for (const member of members) if (!found.has(member.id)) found.set(member.id, { member, role });
  }
  return [...found.values()];
}

async function holders(
  staff: Pick<StaffRegister, 'holding'>,
  site: string,
  role: Role,
): Promise<readonly StaffMember[]> {
  for (const asked of [role, 'programme-lead', 'on-call'] as const) {
    const members = await staff.holding(site, asked);
    if (members.length > 0) return members;
  }
  throw new Fault(
    `Mail: nobody at site ${site} holds ${role}, programme-lead or on-call. Add staff, then the sweep sends it.`,
  );
}
