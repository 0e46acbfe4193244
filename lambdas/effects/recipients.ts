import type { Tier } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import type { StaffDirectory, StaffMember } from '../domain/ports.ts';
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

type Register = Pick<StaffDirectory, 'holding' | 'deputising'>;

/** The people of a site who are told something, each once. */
export const recipientsOf = (
  staff: Register,
  site: string,
  roles: readonly Role[],
  { tier, except }: Whom = {},
): Promise<readonly Recipient[]> =>
  tier === 'deputies' ? deputiesOf(staff, site, roles) : holdersOf(staff, site, roles, except);

/** A role nobody holds now falls to its deputies, then to the programme lead, then to who is on call. */
async function holdersOf(
  staff: Register,
  site: string,
  roles: readonly Role[],
  except: string | undefined,
): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (const role of roles) {
    const ways = [() => staff.holding(site, role), () => staff.deputising(site, role), ...last(staff, site)];
    const members = await firstOf(ways, ({ id }) => id !== except);
    found.push(...members.map((member) => ({ member, role })));
    if (members.length === 0) throw nobody(site, role);
  }
  return eachOnce(found);
}

/**
 * Those who stand in for any of the roles and were not told as holders; without one, the programme lead, then who is on
 * call, then the holders once more: better twice than nobody.
 */
async function deputiesOf(staff: Register, site: string, roles: readonly Role[]): Promise<readonly Recipient[]> {
  const holders = eachOnce(await tied(roles, (role) => staff.holding(site, role)));
  const told = new Set(holders.map(({ member }) => member.id));
  const deputies = await tied(roles, (role) => staff.deputising(site, role));
  const next = eachOnce(deputies.filter(({ member }) => !told.has(member.id)));
  if (next.length > 0) return next;
  const [role] = roles;
  const members = await firstOf(last(staff, site), ({ id }) => !told.has(id));
  const others = role === undefined ? [] : members.map((member) => ({ member, role }));
  if (others.length === 0 && holders.length === 0) throw nobody(site, roles.join(', '));
  return others.length > 0 ? others : holders;
}

type Look = () => Promise<readonly StaffMember[]>;

const last = (staff: Register, site: string): readonly Look[] => [
  () => staff.holding(site, 'programme-lead'),
  () => staff.holding(site, 'on-call'),
];

/** The first who can be told; when all who are there cannot, they are told all the same. */
async function firstOf(
  ways: readonly Look[],
  canBeTold: (member: StaffMember) => boolean,
): Promise<readonly StaffMember[]> {
  let anybody: readonly StaffMember[] = [];
  for (const look of ways) {
    const members = await look();
    const able = members.filter(canBeTold);
    if (able.length > 0) return able;
    if (anybody.length === 0) anybody = members;
  }
  return anybody;
}

async function tied(
  roles: readonly Role[],
  look: (role: Role) => Promise<readonly StaffMember[]>,
): Promise<readonly Recipient[]> {
  const found = await Promise.all(roles.map(async (role) => (await look(role)).map((member) => ({ member, role }))));
  return found.flat();
}

const eachOnce = (recipients: readonly Recipient[]): readonly Recipient[] =>
  recipients.filter(({ member }, index) => recipients.findIndex((one) => one.member.id === member.id) === index);

const nobody = (site: string, roles: string): Fault =>
  new Fault(
    `Mail: nobody at site ${site} holds ${roles}, programme-lead or on-call. Add staff, then the sweep sends it.`,
  );
