import * as z from 'zod';
import type { WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { LANGUAGES } from '../../lambdas/domain/language.ts';
import type { StaffChange, Stated } from '../../lambdas/domain/staff/staff-change.ts';
import { quietHours } from '../../lambdas/domain/telling/quiet-hours.ts';
import { ROLES } from '../../lambdas/domain/vocabulary.ts';
import { Trouble } from '../cli/trouble.ts';
import { KeptRegister } from './keep-register.ts';

const listed = z.array(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      mail: z.email(),
      /** For text messages and calls: + and up to 15 digits. */
      phone: z.e164().optional(),
      roles: z.array(z.enum(ROLES)).default([]),
      /** Roles the member stands in for: may sign for them, and is told when those who hold them do not answer. */
      deputises: z.array(z.enum(ROLES)).default([]),
      site: z.string(),
      language: z.enum(LANGUAGES),
      active: z.boolean().default(true),
      /** When they are not written to about what can wait: {from, to, zone}; without it, as the site says. */
      quietHours: quietHours().optional(),
      /** `digest`: what can wait comes once a day in one mail. */
      mails: z.enum(['each', 'digest']).optional(),
      /** By what the hospital's OpenID Connect provider knows them: its `sub`, or the claim it was set up with. */
      oidcSubject: z.string().optional(),
      /** Who checked who this is, on which day and by what. */
      identity: z.strictObject({ checkedBy: z.string(), checkedAt: z.iso.date(), how: z.string() }).optional(),
      /** 6 to 12 digits; left out, the PIN a member has stays. */
      pin: z.string().optional(),
    })
    .refine(({ roles, deputises }) => roles.length + deputises.length > 0, {
      error: 'expected at least one role to hold (roles) or to stand in for (deputises)',
    })
    .refine(({ pin, identity }) => pin === undefined || identity !== undefined, {
      path: ['identity'],
      error:
        'expected {checkedBy, checkedAt, how} for whoever gets a PIN: nobody signs before their identity was checked',
    })
    .refine(({ id, identity }) => identity?.checkedBy !== id, {
      path: ['identity', 'checkedBy'],
      error: 'expected another person than the one whose identity was checked',
    }),
);

/** Nobody of the list is put into the register unless all of it is right. */
export async function importJson(
  register: WritableStaffRegister,
  file: string,
  given: unknown,
  stated: Stated,
): Promise<readonly Imported[]> {
  const parsed = listed.safeParse(given);
  if (!parsed.success) throw new Trouble(`${file}: ${z.prettifyError(parsed.error)}`);
  const ids = new Set(parsed.data.map(({ id }) => id));
  for (const { id, identity } of parsed.data) {
    if (identity === undefined || ids.has(identity.checkedBy)) continue;
    if ((await register.find(identity.checkedBy)) === undefined) {
      throw new Trouble(
        `${file}: ${id}: identity checked by ${identity.checkedBy}, who is neither in the register nor in this file. Expected a person who is.`,
      );
    }
  }
  const kept = new KeptRegister(register);
  const wanted = parsed.data.map(({ pin, ...member }) => ({ member, pin, stated }));
  for (const one of wanted) {
    const planned = await kept.plan(one);
    if (!planned.ok) throw new Trouble(`${file}: ${planned.refusal.message}`);
  }
  const done: Imported[] = [];
  for (const one of wanted) {
    const changed = await kept.change(one);
    if (!changed.ok) throw new Trouble(`${file}: ${changed.refusal.message} Those before it in the file were put in.`);
    done.push({ id: one.member.id, change: changed.value });
  }
  return done;
}

export interface Imported {
  readonly id: string;
  readonly change: StaffChange | undefined;
}
