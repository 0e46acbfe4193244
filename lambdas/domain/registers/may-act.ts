import { type Refusal, refuse } from '../outcome.ts';
import type { StaffMember } from '../ports.ts';
import { KEEPERS } from '../staff/who-may-change.ts';
import type { ActName } from './record.ts';
import type { EntryStanding } from './standing.ts';

type Person = Pick<StaffMember, 'id' | 'active' | 'site' | 'roles'>;

/** An entry, and who signs what is done to it. */
export interface Acting {
  readonly site: string;
  readonly owner: EntryStanding['owner'];
  readonly by: Person;
  readonly second?: Person | undefined;
  /** Who keep the registers of the site now. */
  readonly keepers: readonly Pick<StaffMember, 'id'>[];
}

/**
 * Why somebody may not do this to an entry; null when they may. Into quarantine everybody of the site may put a thing, at any hour: that
 * is the safe direction. Everything else is for who sees to the entry and for who keeps the registers; out of quarantine by two, of
 * whom one keeps them.
 */
export function mayNotAct(act: ActName, { site, owner, by, second, keepers }: Acting): Refusal | null {
  const stranger = [by, ...(second === undefined ? [] : [second])].find((one) => !one.active || one.site !== site);
  if (stranger !== undefined) return no(`got ${stranger.id}, expected somebody active at ${site}`, 'not-a-keeper');
  if (act === 'quarantine') return null;
  const keeps = ({ id }: Person): boolean => keepers.some((keeper) => keeper.id === id);
  const signers = second === undefined ? [by] : [by, second];
  const other = signers.find((one) => !keeps(one) && !seesTo(one, owner));
  if (other !== undefined) {
    return no(`got ${other.id}, expected ${owner}, or who holds ${KEEPERS.join(' or ')} there`, 'not-a-keeper');
  }
  if (act !== 'release') return null;
  if (second === undefined || second.id === by.id) return no('got one person, expected two for a release', 'takes-two');
  return signers.some(keeps)
    ? null
    : no(`got nobody who holds ${KEEPERS.join(' or ')}, expected one of the two`, 'no-keeper-among');
}

/** An entry is seen to by a person or by whoever holds a role. */
export const seesTo = ({ id, roles }: Pick<Person, 'id' | 'roles'>, owner: string): boolean =>
  id === owner || roles.some((role) => role === owner);

const no = (what: string, problem: string): Refusal => refuse('forbidden', `Signs: ${what}`, { problem }).refusal;
