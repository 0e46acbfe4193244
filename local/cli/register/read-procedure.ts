import { defineCommand } from 'citty';
import { print } from '../print.ts';
import { TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION } from '../staff/site-policies.ts';
import { STATED_OPTIONS } from '../staff/stated.ts';
import { keepCompetence } from './keep-competence.ts';

export const readProcedure = defineCommand({
  meta: {
    name: 'read',
    description: 'Says that somebody read and understood another version of the procedure they were trained in',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user id of who read it' },
    task: { type: 'string', required: true, description: 'such as thaw' },
    procedure: { type: 'string', required: true, description: 'as the register of documents calls it, such as SOP-7' },
    version: { type: 'string', required: true, description: 'that was read' },
    on: { type: 'string', required: true, description: 'day on which they signed for it, e.g. 2026-05-02' },
    ...STATED_OPTIONS,
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { task, procedure: id, version, on: readOn } = args;
    const { person } = await keepCompetence(args, { what: 'read', task, procedure: { id, version }, readOn });
    print(`${person}: ${id} version ${version} read.`);
  },
});
