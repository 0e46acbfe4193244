import type { Tier } from '../domain/events/data.ts';
import { Fault } from '../domain/faults.ts';
import type { Roster, StaffDirectory, StaffMember } from '../domain/ports.ts';
import { mayBeOnCall, onDuty } from '../domain/staff/rota.ts';
import type { Role } from '../domain/vocabulary.ts';
import { eachOnce, inPlaceOf, mailboxOf, type Recipient, type Told } from './in-place-of.ts';

/** Whom of the people of a role: those who hold it, or with tier `deputies` those who stand in; and whom not. */
export interface Whom {
  readonly tier?: Tier | undefined;
  /** User id of somebody who cannot be reached. */
  readonly except?: string | undefined;
  /** Without it, nobody is told in another's place, and nobody as on call: what goes into somebody's own diary. */
  readonly told?: Told | undefined;
}

export type Register = Pick<StaffDirectory, 'roster' | 'deputising' | 'find'>;

/** The people of a site who are told something, each once. */
export const recipientsOf = (
  staff: Register,
  site: string,
  roles: readonly Role[],
  whom: Whom = {},
): Promise<readonly Recipient[]> => {
  const where = { staff, site, told: whom.told };
  return whom.tier === 'deputies' ? deputiesOf(where, roles) : holdersOf(where, roles, whom.except);
};

interface Where {
  readonly staff: Register;
  readonly site: string;
  readonly told: Told | undefined;
}

/** A role nobody holds now falls to its deputies, then to the programme lead, then to who is on call. */
async function holdersOf(
  where: Where,
  roles: readonly Role[],
  except: string | undefined,
): Promise<readonly Recipient[]> {
  const found: Recipient[] = [];
  for (const role of roles) {
    const ways = [() => holding(where, role), () => deputising(where, role), ...last(where)];
    const recipients = await firstOf(ways, ({ member }) => member.id !== except);
    found.push(...recipients.map((recipient) => ({ ...recipient, role })));
    if (recipients.length === 0) throw nobody(where.site, role);
  }
  return eachOnce(found);
}

/**
 * Who is on call now, those who stand in for any of the roles, and where only who is on call was told, the others who hold it; but
 * for who is on call none who was told before. Without one, the programme lead, then who is on call, then the holders once more: better twice than nobody.
 */
async function deputiesOf(where: Where, roles: readonly Role[]): Promise<readonly Recipient[]> {
  const held = await Promise.all(roles.map((role) => holding(where, role)));
  const holders = eachOnce(held.flatMap(({ able }) => able));
  const known = new Set(holders.map(({ member }) => member.id));
  const isNew = ({ member }: Recipient): boolean => !known.has(member.id);
  const deputies = await Promise.all(roles.map((role) => deputising(where, role)));
  const next = eachOnce([...deputies.flatMap(({ able }) => able), ...held.flatMap(({ others }) => others)]).filter(
    isNew,
  );
  // The shift may have begun since the first were told.
  const duty = holders.filter((recipient) => recipient.onCall === true);
  if (next.length > 0) return [...duty, ...next];
  const [role] = roles;
  const found = await firstOf(last(where), isNew);
  const atLast = role === undefined ? [] : found.map((recipient) => ({ ...recipient, role }));
  if (atLast.length > 0) return eachOnce([...duty, ...atLast]);
  const again = holders.length > 0 ? holders : eachOnce(held.flatMap(({ all }) => all));
  if (again.length === 0) throw nobody(where.site, roles.join(', '));
  return again;
}

/** Where somebody was looked for. */
interface Found {
  /** Who is told: on call, or there and not away, each as themselves or in another's place. */
  readonly able: readonly Recipient[];
  /** Who is there beside them, where only who is on call is told: of a step. */
  readonly others: readonly Recipient[];
  /** Everybody, as themselves. */
  readonly all: readonly Recipient[];
}

type Look = () => Promise<Found>;

async function holding(where: Where, role: Role): Promise<Found> {
  const roster = await where.staff.roster(where.site, role);
  const all = roster.holders.map((member) => ({ member, role }));
  const [there, duty] = await Promise.all([placed(where, roster.holders, role), onCall(where, roster, role)]);
  // Only steps are for a mailbox: its link leads to one.
  const mailboxes = where.told?.step === undefined ? [] : roster.teams.map(mailboxOf);
  if (duty.length > 0) {
    // Only of a step are the others told when nobody answers; of anything else they are told now.
    return where.told?.step === undefined
      ? { able: [...duty, ...there], others: [], all }
      : { able: [...duty, ...mailboxes], others: there, all };
  }
  if (mailboxes.length === 0 || where.told?.class === 'critical') {
    return { able: there.length === 0 ? [] : [...there, ...mailboxes], others: [], all };
  }
  // Whoever was handed something over need not be of the team.
  return { able: [...mailboxes, ...there.filter(({ onBehalfOf }) => onBehalfOf !== undefined)], others: [], all };
}

async function deputising(where: Where, role: Role): Promise<Found> {
  const members = await where.staff.deputising(where.site, role);
  return { able: await placed(where, members, role), others: [], all: members.map((member) => ({ member, role })) };
}

const last = (where: Where): readonly Look[] => [
  () => holding(where, 'programme-lead'),
  () => holding(where, 'on-call'),
];

/** Who is on call for a role, of what is urgent; nobody where there is no rota, or a gap in it. */
async function onCall(where: Where, { rota, holders }: Roster, role: Role): Promise<readonly Recipient[]> {
  const { staff, site, told } = where;
  if (told?.class !== 'critical' || rota === undefined) return [];
  const members = await Promise.all(
    onDuty(rota, told.at).map(async (who) => holders.find(({ id }) => id === who) ?? (await staff.find(who))),
  );
  const there = members.filter(isKnown).filter((member) => mayBeOnCall(member, { site, role }));
  return (await placed(where, there, role)).map((recipient) => ({ ...recipient, onCall: true }));
}

const isKnown = (member: StaffMember | undefined): member is StaffMember => member !== undefined;

/** The first who can be told; when all who are there cannot, or are away, they are told all the same. */
async function firstOf(
  ways: readonly Look[],
  canBeTold: (recipient: Recipient) => boolean,
): Promise<readonly Recipient[]> {
  let anybody: readonly Recipient[] = [];
  for (const look of ways) {
    const { able, all } = await look();
    const found = able.filter(canBeTold);
    if (found.length > 0) return found;
    if (anybody.length === 0) anybody = all;
  }
  return anybody;
}

/** These members, or who acts in their place. */
async function placed(
  { staff, told }: Where,
  members: readonly StaffMember[],
  role: Role,
): Promise<readonly Recipient[]> {
  if (told === undefined) return members.map((member) => ({ member, role }));
  const found = await Promise.all(members.map((member) => inPlaceOf(staff, member, role, told)));
  return found.filter((recipient) => recipient !== undefined);
}

const nobody = (site: string, roles: string): Fault =>
  new Fault(
    `Mail: nobody at site ${site} holds ${roles}, programme-lead or on-call. Add staff, then the sweep sends it.`,
  );
