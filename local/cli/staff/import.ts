import { defineCommand } from 'citty';
import * as z from 'zod';
import { ROLES } from '../../../lambdas/domain/vocabulary.ts';
import { jsonFile } from '../json-text.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';

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
      language: z.enum(['en', 'de']),
      active: z.boolean().default(true),
      /** 6 to 12 digits; left out, the PIN a member has stays. */
      pin: z.string().optional(),
    })
    .refine(({ roles, deputises }) => roles.length + deputises.length > 0, {
      error: 'expected at least one role to hold (roles) or to stand in for (deputises)',
    }),
);

export const importStaff = defineCommand({
  meta: {
    name: 'import',
    description: 'Adds or replaces members of staff from a JSON file, with the AWS credentials of the caller',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description: 'JSON: [{id, name, mail, roles, deputises?, site, language, active?, pin?}]',
    },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const parsed = listed.safeParse(jsonFile(args.file));
    if (!parsed.success) throw new Trouble(`${args.file}: ${z.prettifyError(parsed.error)}`);
    const { staff } = await registerOf(args);
    for (const { pin, ...member } of parsed.data) {
      await staff.putStaff(member, pin);
      print(`${member.id}: ${rolesIn(member)} at ${member.site}${pin === undefined ? '' : ', PIN set'}`);
    }
  },
});

const rolesIn = ({ roles, deputises }: Pick<z.infer<typeof listed>[number], 'roles' | 'deputises'>): string =>
  [...roles, ...deputises.map((role) => `deputy of ${role}`)].join(', ');
