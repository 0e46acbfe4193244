import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import type { StaffMember } from '../ports.ts';
import type { Role } from '../vocabulary.ts';
import { differences, type StaffChange, type Stated } from './staff-change.ts';

/** An entry as it stands. */
export interface Entry {
  readonly member: StaffMember;
  /** Set when the person left for good. */
  readonly leftAt?: string | undefined;
}

/**
 * What putting `after` in the place of an entry changes; undefined when nothing. An id belongs to one person for ever, because every
 * signature names it: another name is the same person's only where two people say so, and the id of who left is not given again.
 */
export function changeOf(
  before: Entry | undefined,
  after: StaffMember,
  stated: Stated,
): Outcome<StaffChange | undefined> {
  const fields = differences(before?.member ?? {}, after);
  const leaves = stated.leaves === true && before?.leftAt === undefined;
  if (fields.length === 0 && !leaves) return ok(undefined);
  const { by, why, at, approvedBy } = stated;
  const change = { at, by, why, fields, ...(approvedBy === undefined ? {} : { approvedBy }) };
  if (before === undefined) {
    return leaves
      ? refuse('not-found', `Staff ${after.id}: is not in the register.`)
      : ok({ what: 'joined', ...change });
  }
  if (before.leftAt !== undefined) return refuse('conflict', givenBefore(after.id));
  if (leaves) return ok({ what: 'left', ...change });
  const isRenamed = fields.some(({ field }) => field === 'name');
  if (!isRenamed) return ok({ what: 'changed', ...change });
  if (approvedBy === undefined) {
    return refuse(
      'forbidden',
      `Staff ${after.id}: the name differs from the one in the register. An id is never given to another person. If it is the same person, two people say so: atmp staff rename ${after.id}; else take an id that is free.`,
      { field: 'name' },
    );
  }
  const wrong = notTwo(after.id, by, approvedBy);
  return wrong === null ? ok({ what: 'renamed', ...change }) : { ok: false, refusal: wrong };
}

export const givenBefore = (id: string): string =>
  `Staff ${id}: belongs to somebody who left, and is never given again. Take an id that is free.`;

/** Two people who act on the entry of a third. */
export function notTwo(owner: string, by: string, approvedBy: string): Refusal | null {
  if (by === approvedBy)
    return refuse('forbidden', `Approved by: got ${by}, who asked for it; expected another person.`).refusal;
  if (owner === by || owner === approvedBy)
    return refuse('forbidden', `Staff ${owner}: nobody acts on their own entry; expected two others.`).refusal;
  return null;
}

/** Roles somebody may no longer sign for at the site where they stood before. */
export function rolesLost(before: StaffMember | undefined, after: StaffMember): readonly Role[] {
  if (before?.active !== true) return [];
  const kept = after.active && after.site === before.site ? rolesOf(after) : [];
  return rolesOf(before).filter((role) => !kept.includes(role));
}

const rolesOf = ({ roles, deputises = [] }: StaffMember): readonly Role[] => [...new Set([...roles, ...deputises])];
