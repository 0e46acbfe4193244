import { defineCommand } from 'citty';
import { printJson } from '../print.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';

export const keys = defineCommand({
  meta: { name: 'keys', description: 'The passkeys of a member of staff, revoked ones too' },
  args: {
    id: { type: 'positional', required: true, description: 'user id' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => printJson(await (await registerOf(args)).passkeys.of(args.id)),
});
