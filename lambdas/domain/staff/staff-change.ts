import * as z from 'zod';
import { lazily } from '../lazily.ts';
import type { StaffMember } from '../ports.ts';
import { instant } from '../time.ts';

/** What was done to the entry of somebody in the register of staff. */
const WHAT = [
  'joined',
  'changed',
  'renamed',
  'left',
  'name-change-requested',
  'pin-set',
  'pin-reset-requested',
  'pin-reset-approved',
  'ticket-given',
  'key-added',
  'key-revoked',
] as const;

/** One change of an entry, kept beside it for ever. Secrets are never part of it. */
export const staffChange = lazily(() =>
  z.strictObject({
    what: z.enum(WHAT),
    at: instant,
    /** User id of who did it. */
    by: z.string().min(1).max(64),
    /** User id of who agreed, where it takes two. */
    approvedBy: z.string().min(1).max(64).optional(),
    why: z.string().min(1).max(500),
    /** Old and new values; what was not there before, or is no longer, is missing. */
    fields: z
      .array(z.strictObject({ field: z.string(), from: z.json().optional(), to: z.json().optional() }))
      .readonly()
      .optional(),
  }),
);
export type StaffChange = z.infer<ReturnType<typeof staffChange>>;
export type FieldChange = NonNullable<StaffChange['fields']>[number];

/** Who changes an entry, when and why. */
export interface Stated {
  readonly by: string;
  readonly why: string;
  readonly at: string;
  /** Another person who agreed, where it takes two. */
  readonly approvedBy?: string | undefined;
  /** The person goes for good. */
  readonly leaves?: boolean | undefined;
}

const FIELDS = [
  'name',
  'mail',
  'phone',
  'roles',
  'deputises',
  'site',
  'language',
  'active',
  'quietHours',
  'mails',
  'oidcSubject',
  'identity',
] as const;

/** What differs between an entry and the one that is to take its place. */
export const differences = (before: Partial<StaffMember>, after: StaffMember): readonly FieldChange[] =>
  FIELDS.flatMap((field) => {
    const [from, to] = [heldIn(before, field), heldIn(after, field)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [{ field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });

/** Roles are a set: in which order they were written changes nothing, nor does a list that is empty. */
function heldIn(member: Partial<StaffMember>, field: (typeof FIELDS)[number]): FieldChange['to'] {
  switch (field) {
    case 'roles':
    case 'deputises': {
      const roles = [...new Set(member[field] ?? [])].toSorted();
      return roles.length === 0 ? undefined : roles;
    }
    case 'identity': {
      if (member.identity === undefined) return undefined;
      const { checkedBy, checkedAt, how } = member.identity;
      return { checkedBy, checkedAt, how };
    }
    case 'quietHours':
      return member.quietHours && { ...member.quietHours };
    default:
      return member[field];
  }
}
