import type { Shift } from '../../lambdas/domain/staff/rota.ts';
import { MOST_SHIFTS } from '../../lambdas/domain/staff/rota.ts';
import { ROLES, type Role } from '../../lambdas/domain/vocabulary.ts';
import { FROM_UNTIL, stretchIn, withoutRemark } from './written-shift.ts';

/** The shifts of one role, as written in a file. */
export interface WrittenRota {
  readonly role: Role;
  readonly shifts: readonly Shift[];
}

type Read =
  | { readonly ok: true; readonly rotas: readonly WrittenRota[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const SHIFT = new RegExp(`^${FROM_UNTIL}\\s+(\\S+)\\s+(\\S.*)$`);
const HEAD = /^\[(.+)\]$/;

/**
 * Reads a rota as people write it: the role in square brackets, below it a line for each shift with its beginning and end in local
 * time of the site, the user id and how they are reached. What follows a # is a remark. Every wrong line is named.
 *
 *     [physician]
 *     2027-01-11 17:00  2027-01-12 08:00  ann  +49 30 1234
 */
export function readRotaFile(text: string, zone: string): Read {
  const rotas = new Map<Role, Shift[]>();
  const problems: string[] = [];
  let shifts: Shift[] | undefined;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = withoutRemark(written);
    if (line === '') continue;
    const head = HEAD.exec(line)?.[1]?.trim();
    const where = `line ${index + 1}`;
    if (head !== undefined) {
      const role = ROLES.find((one) => one === head);
      if (role === undefined) problems.push(`${where}: got role ${head}, expected one of ${ROLES.join(', ')}`);
      else if (rotas.has(role)) problems.push(`${where}: got ${role} twice, expected each role once`);
      shifts = [];
      if (role !== undefined) rotas.set(role, shifts);
      continue;
    }
    const shift = shiftIn(line, zone);
    if (typeof shift === 'string') problems.push(`${where}: ${shift}`);
    else if (shifts === undefined) problems.push(`${where}: got a shift, expected a role in square brackets first`);
    else shifts.push(shift);
  }
  for (const [role, { length }] of rotas) {
    if (length > MOST_SHIFTS) problems.push(`${role}: got ${length} shifts, expected at most ${MOST_SHIFTS}`);
  }
  if (rotas.size === 0 && problems.length === 0) problems.push('got no role, expected one in square brackets');
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, rotas: [...rotas].map(([role, written]) => ({ role, shifts: inOrder(written) })) };
}

const inOrder = (shifts: readonly Shift[]): Shift[] =>
  shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1));

/** A shift, or in words what is wrong with it. */
function shiftIn(line: string, zone: string): Shift | string {
  const [, begins, ends, who, contact] = SHIFT.exec(line) ?? [];
  if (begins === undefined || ends === undefined || who === undefined || contact === undefined) {
    return 'expected beginning, end, user id and contact, such as 2027-01-11 17:00  2027-01-12 08:00  ann  +49 30 1234';
  }
  const stretch = stretchIn(begins, ends, zone);
  if (typeof stretch === 'string') return stretch;
  return contact.length > 80
    ? 'expected a contact of at most 80 characters'
    : { who: who.toLowerCase(), ...stretch, contact };
}
