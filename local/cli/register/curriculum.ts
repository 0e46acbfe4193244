import { defineCommand } from 'citty';
import * as z from 'zod';
import { assignments, curricula } from '../../../lambdas/domain/competence/curriculum.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { jsonFile } from '../json-text.ts';
import { print } from '../print.ts';
import { registerOf, TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { Trouble } from '../trouble.ts';
import { REGISTER_OPTIONS, registersBesidePeople } from './kept-registers.ts';

export const curriculum = defineCommand({
  meta: {
    name: 'curriculum',
    description: 'What somebody is to be assessed in or to read by their roles, and by when',
  },
  args: {
    person: { type: 'string', required: true, description: 'user id' },
    curricula: {
      type: 'string',
      required: true,
      description: 'JSON file of the site: a list of {role, protocol, tasks: [{task, procedure}]}',
    },
    'journeys-table': REGISTER_OPTIONS['journeys-table'],
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const given = curricula.safeParse(jsonFile(args.curricula));
    if (!given.success) throw new Trouble(`${args.curricula}: ${z.prettifyError(given.error)}`);
    const { staff, now } = await registerOf(args);
    const member = await staff.find(userId(args.person));
    if (member === undefined)
      throw new Trouble(`--person: got ${args.person}, expected somebody in the register of staff`);
    const readiness = await (await registersBesidePeople(args)).readiness(member.site);
    const { zone } = siteNamed(member.site, args);
    const found = assignments(member, given.data, { at: now(), zone, readiness });
    for (const { task, protocol, what, lastDay, why } of found) {
      const which = protocol === undefined ? task : `${task} (${protocol})`;
      print(`${which}: to be ${what} ${lastDay === undefined ? 'first' : `by ${lastDay}`}. ${why}`.trimEnd());
    }
    if (found.length === 0) print(`${member.id}: nothing, by the curricula of ${member.roles.join(', ')}.`);
  },
});
