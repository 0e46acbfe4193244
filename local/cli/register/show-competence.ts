import { defineCommand } from 'citty';
import { printJson } from '../print.ts';
import { registerOf, TABLE_OPTIONS } from '../staff/register.ts';

export const showCompetence = defineCommand({
  meta: { name: 'competence', description: 'Everything recorded of what somebody can do, oldest first' },
  args: { id: { type: 'positional', required: true, description: 'user id' }, ...TABLE_OPTIONS },
  run: async ({ args }) => {
    const { competence } = await registerOf(args);
    printJson(await competence.of(args.id));
  },
});
