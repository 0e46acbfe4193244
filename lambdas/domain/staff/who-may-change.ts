import { type Refusal, refuse } from '../outcome.ts';
import type { StaffMember } from '../ports.ts';
import type { Role } from '../vocabulary.ts';

/** Who holds one of these at a site keeps its register of staff. */
export const KEEPERS: readonly Role[] = ['qa', 'programme-lead'];

const isKeeper = ({ active, roles }: StaffMember): boolean => active && KEEPERS.some((role) => roles.includes(role));

/**
 * Why somebody may not change the entry of a person at a site; null when they may. A site that has no keeper yet takes its first
 * people from whoever may write to the register at all.
 *
 * @param id whose entry it is, where it is one person's
 * @param keepers who hold one of `KEEPERS` at the site now
 */
export function mayNotChange(
  { id, by, site }: { readonly id?: string | undefined; readonly by: string; readonly site: string },
  keepers: readonly StaffMember[],
): Refusal | null {
  if (keepers.length === 0) return null;
  if (!keepers.some((keeper) => keeper.id === by)) {
    return refuse(
      'forbidden',
      `By: got ${by}, expected somebody active at ${site} who holds ${KEEPERS.join(' or ')}: they keep the register.`,
    ).refusal;
  }
  return id === by
    ? refuse('forbidden', `Staff ${id}: nobody changes their own entry; ask another keeper.`).refusal
    : null;
}

/**
 * Why somebody may not take the entry of a person to another site; null where nothing moves, and when they may. What the person
 * was at the site where they stood, its keepers answer for; and whoever comes first to a site must not bring a name of another.
 */
export function mayNotMove(
  before: StaffMember | undefined,
  { by, to }: { readonly by: string; readonly to: string },
  keepers: { readonly before: readonly StaffMember[]; readonly after: readonly StaffMember[] },
): Refusal | null {
  if (before === undefined || before.site === to) return null;
  const { id, site } = before;
  if (keepers.after.length > 0) return mayNotChange({ id, by, site }, keepers.before);
  return refuse(
    'forbidden',
    `Staff ${id}: is in the register of ${site}, and ${to} has no keeper yet: its first people are new. Take an id that is free.`,
  ).refusal;
}

/** A site with people and no keeper could be taken over by whoever names themselves one. */
export function leavesNoKeeper(
  before: StaffMember | undefined,
  after: StaffMember,
  keepers: readonly StaffMember[],
): Refusal | null {
  const isLost = before !== undefined && isKeeper(before) && !(isKeeper(after) && after.site === before.site);
  if (!isLost || keepers.some(({ id }) => id !== after.id)) return null;
  return refuse(
    'conflict',
    `Staff ${after.id}: nobody else at ${before.site} holds ${KEEPERS.join(' or ')}. Give one of these to another person first.`,
  ).refusal;
}
