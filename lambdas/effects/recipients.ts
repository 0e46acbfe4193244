import type { Tier } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import type { StaffDirectory, StaffMember } from '../domain/ports.ts';
import type { Role } from '../domain/vocabulary.ts';
import { eachOnce, inPlaceOf, type Recipient, type Told } from './in-place-of.ts';

/** Whom of the people of a role: those who hold it, or with tier `deputies` those who stand in; and whom not. */
export interface Whom {
  readonly tier?: Tier | undefined;
  /** User id of somebody who cannot be reached. */
  readonly except?: string | undefined;
  /** Without it, nobody is told in another's place: what goes into somebody's own diary. */
  readonly told?: Told | undefined;
}

type Register = Pick<StaffDirectory, 'holding' | 'deputising' | 'find'>;

/** The people of a site who are told something, each once. */
export const recipientsOf = (
  staff: Register,
  site: string,
  roles: readonly Role[],
  whom: Whom = {},
): Promise<readonly Recipient[]> =>
  whom.tier === 'deputies' ? deputiesOf(staff, site, roles, whom) : holdersOf(staff, site, roles, whom);

/** A role nobody holds now falls to its deputies, then to the programme lead, then to who is on call. */
async function holdersOf(
  staff: Register,
  site: string,
  roles: readonly Role[],
  { except, told }: Whom,
): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (const role of roles) {
    const ways = [ofRole(role, () => staff.holding(site, role)), ofRole(role, () => staff.deputising(site, role))];
    const looks = [...ways, ...last(staff, site)];
    const recipients = await firstOf(staff, looks, ({ member }) => member.id !== except, told);
    found.push(...recipients.map((recipient) => ({ ...recipient, role })));
    if (recipients.length === 0) throw nobody(site, role);
  }
  return eachOnce(found);
}

/**
 * Those who stand in for any of the roles and were not told as holders; without one, the programme lead, then who is on
 * call, then the holders once more: better twice than nobody.
 */
async function deputiesOf(
  staff: Register,
  site: string,
  roles: readonly Role[],
  { told }: Whom,
): Promise<readonly Recipient[]> {
  const holders = eachOnce(await tied(staff, roles, (role) => staff.holding(site, role), told));
  const known = new Set(holders.map(({ member }) => member.id));
  const deputies = await tied(staff, roles, (role) => staff.deputising(site, role), told);
  const next = eachOnce(deputies).filter(({ member }) => !known.has(member.id));
  if (next.length > 0) return next;
  const [role] = roles;
  const found = await firstOf(staff, last(staff, site), ({ member }) => !known.has(member.id), told);
  const others = role === undefined ? [] : found.map((recipient) => ({ ...recipient, role }));
  if (others.length > 0) return others;
  const again = holders.length > 0 ? holders : eachOnce(await tied(staff, roles, (one) => staff.holding(site, one)));
  if (again.length === 0) throw nobody(site, roles.join(', '));
  return again;
}

/** Where to look for people, and the role in which they are found there. */
interface Look {
  readonly role: Role;
  readonly members: () => Promise<readonly StaffMember[]>;
}

const ofRole = (role: Role, members: Look['members']): Look => ({ role, members });

const last = (staff: Register, site: string): readonly Look[] => [
  ofRole('programme-lead', () => staff.holding(site, 'programme-lead')),
  ofRole('on-call', () => staff.holding(site, 'on-call')),
];

/** The first who can be told; when all who are there cannot, or are away, they are told all the same. */
async function firstOf(
  staff: Register,
  ways: readonly Look[],
  canBeTold: (recipient: Recipient) => boolean,
  told: Told | undefined,
): Promise<readonly Recipient[]> {
  let anybody: readonly Recipient[] = [];
  for (const { role, members } of ways) {
    const found = await members();
    const able = (await placed(staff, found, role, told)).filter(canBeTold);
    if (able.length > 0) return able;
    if (anybody.length === 0) anybody = found.map((member) => ({ member, role }));
  }
  return anybody;
}

/** These members, or who acts in their place. */
async function placed(
  staff: Register,
  members: readonly StaffMember[],
  role: Role,
  told: Told | undefined,
): Promise<readonly Recipient[]> {
  if (told === undefined) return members.map((member) => ({ member, role }));
  const found = await Promise.all(members.map((member) => inPlaceOf(staff, member, role, told)));
  return found.filter((recipient) => recipient !== undefined);
}

async function tied(
  staff: Register,
  roles: readonly Role[],
  look: (role: Role) => Promise<readonly StaffMember[]>,
  told?: Told,
): Promise<readonly Recipient[]> {
  const found = await Promise.all(roles.map(async (role) => placed(staff, await look(role), role, told)));
  return found.flat();
}

const nobody = (site: string, roles: string): Fault =>
  new Fault(
    `Mail: nobody at site ${site} holds ${roles}, programme-lead or on-call. Add staff, then the sweep sends it.`,
  );
