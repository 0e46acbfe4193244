import { defineCommand } from 'citty';
import * as z from 'zod';
import type { WritableStaffRegister } from '../../../lambdas/adapters/dynamo-staff-register.ts';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import { ROLES } from '../../../lambdas/domain/vocabulary.ts';
import { jsonFile } from '../json-text.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { PIN_KEY_OPTION, registerOf, TABLE_OPTIONS } from './register.ts';

const listed = z.array(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      mail: z.email(),
      roles: z.array(z.enum(ROLES)).default([]),
      /** Roles the member stands in for: may sign for them, and is told when those who hold them do not answer. */
      deputises: z.array(z.enum(ROLES)).default([]),
      site: z.string(),
      language: z.enum(LANGUAGES),
      active: z.boolean().default(true),
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
type Listed = z.infer<typeof listed>;

export const importStaff = defineCommand({
  meta: {
    name: 'import',
    description: 'Adds or replaces members of staff from a JSON file, with the AWS credentials of the caller',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'JSON: [{id, name, mail, roles, deputises?, site, language, active?, identity?, pin?}]',
    },
    ...TABLE_OPTIONS,
    ...PIN_KEY_OPTION,
  },
  run: async ({ args }) => {
    const { staff: register } = await registerOf(args);
    for (const { id, roles, deputises, site, pin } of await imported(register, args.file, jsonFile(args.file))) {
      const held = [...roles, ...deputises.map((role) => `deputy of ${role}`)].join(', ');
      print(`${id}: ${held} at ${site}${pin === undefined ? '' : ', PIN set'}`);
    }
  },
});

/** Nobody of the list is put into the register unless all of it is right. */
export async function imported(register: WritableStaffRegister, file: string, given: unknown): Promise<Listed> {
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
  for (const { pin, ...member } of parsed.data) await register.putStaff(member, pin);
  return parsed.data;
}
