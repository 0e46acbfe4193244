import * as z from 'zod';
import { staffCompetence } from '../domain/competence/competence.ts';
import { LANGUAGES } from '../domain/language.ts';
import { lazily } from '../domain/lazily.ts';
import type { StaffMember } from '../domain/ports.ts';
import { staffCalendar } from '../domain/staff/calendar.ts';
import { quietHours } from '../domain/telling/quiet-hours.ts';
import { ROLES } from '../domain/vocabulary.ts';
import { jsonText, readItem, readOnce } from './items.ts';
import { pinHashShape } from './pin-hash.ts';

/** One line, no angle brackets: an address or a name can never add a header or a second recipient. */
const line = z.string().regex(/^[^\p{Cc}<>]+$/u, 'expected one line without control characters or angle brackets');

/** A member of staff as the register takes and keeps them. */
export const staffMemberShape = lazily(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, 'expected 2 to 64 of a-z, 0-9, dot, underscore and -'),
    name: line.max(200),
    mail: line.max(254).pipe(z.email()),
    phone: z.e164().optional(),
    roles: z.array(z.enum(ROLES)),
    deputises: z.array(z.enum(ROLES)).optional(),
    site: z.string().min(1),
    language: z.enum(LANGUAGES),
    active: z.boolean(),
    quietHours: quietHours().optional(),
    mails: z.enum(['each', 'digest']).optional(),
    /** By what the hospital's OpenID Connect provider knows them; never their address. */
    oidcSubject: line.max(255).optional(),
    /** Of people whose identity nobody has checked there is none, and they sign nothing. */
    identity: z.strictObject({ checkedBy: z.string().min(1), checkedAt: z.iso.date(), how: line.max(200) }).optional(),
  }),
);

const shape = lazily(() =>
  z.strictObject({
    member: staffMemberShape(),
    /** Beside the member, because it is written by other hands: a change of either takes nothing of the other along. */
    calendar: z.string().optional(),
    /** The same, of what they were assessed in. */
    competence: z.string().optional(),
    pin: pinHashShape().optional(),
    /** Wrong PINs since the last right one, and when the last of them was given. */
    failures: z.int().min(0).optional(),
    failedAt: z.string().optional(),
    /** How often the entry was changed: so many records there are beside it. Entries of earlier releases do not count. */
    changes: z.int().min(1).optional(),
    /** Since when the PIN is what it is, also that there is none; items of earlier releases do not say. */
    pinSetAt: z.string().optional(),
    /** Sessions from before are void: a passkey was revoked, or the log-in at the OpenID Connect provider is another. */
    sessionsFrom: z.string().optional(),
    /** When the person left for good. */
    leftAt: z.string().optional(),
    /** Roles that were taken from the person while open steps may be addressed to them. */
    readdress: z.array(z.strictObject({ site: z.string(), roles: z.array(z.enum(ROLES)) })).optional(),
  }),
);

/** Calendar and competence stand in the member; their texts, by which it is known whether they were changed meanwhile, beside it. */
export type KeptStaff = Omit<z.infer<ReturnType<typeof shape>>, 'member'> & { readonly member: StaffMember };

const calendarText = lazily(() => jsonText(staffCalendar()));
const competenceText = lazily(() => jsonText(staffCompetence()));

export const readStaff = readOnce((item): KeptStaff => {
  const kept = readItem(shape(), item);
  const { member, calendar, competence } = kept;
  const beside = {
    ...(calendar === undefined ? {} : { calendar: calendarText().parse(calendar) }),
    ...(competence === undefined ? {} : { competence: competenceText().parse(competence) }),
  };
  return { ...kept, member: { ...member, ...beside } };
});
