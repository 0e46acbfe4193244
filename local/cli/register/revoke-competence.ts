import { defineCommand } from 'citty';
import { print } from '../print.ts';
import { TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION } from '../staff/site-policies.ts';
import { STATED_OPTIONS } from '../staff/stated.ts';
import { keepCompetence } from './keep-competence.ts';

export const revokeCompetence = defineCommand({
  meta: { name: 'revoke-competence', description: 'Takes back, at once, that somebody is competent in a task' },
  args: {
    id: { type: 'positional', required: true, description: 'user id' },
    task: { type: 'string', required: true, description: 'such as thaw' },
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { person, record } = await keepCompetence(args, { what: 'revoked', task: args.task });
    print(`${person}: ${record.task} revoked.`);
  },
});
