import { defineCommand } from 'citty';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { importJson } from '../../staff/import-json.ts';
import { jsonFile } from '../json-text.ts';
import { PIN_KEY_OPTION, registerOf, TABLE_OPTIONS } from './register.ts';
import { printChange, STATED_OPTIONS } from './stated.ts';

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
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
    ...PIN_KEY_OPTION,
  },
  run: async ({ args }) => {
    const { staff, now } = await registerOf(args);
    const stated = { by: userId(args.by), why: args.why, at: now() };
    for (const { id, change } of await importJson(staff, args.file, jsonFile(args.file), stated))
      printChange(id, change);
  },
});
