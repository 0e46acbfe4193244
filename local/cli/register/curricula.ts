import { defineCommand } from 'citty';
import * as z from 'zod';
import { curricula as shape } from '../../../lambdas/domain/competence/curricula.ts';
import { jsonFile } from '../json-text.ts';
import { print } from '../print.ts';
import { registerOf, TABLE_OPTIONS } from '../staff/register.ts';
import { statedKeeper } from '../staff/stated-keeper.ts';
import { Trouble } from '../trouble.ts';

export const curricula = defineCommand({
  meta: {
    name: 'curricula',
    description:
      'Writes what roles and units of a site are trained for, from a file; it takes the place of the one before',
  },
  args: {
    file: {
      type: 'positional',
      required: true,
      description:
        'JSON: a list of {role, or unit and people, protocol, lead, withinDays, tasks: [{task, procedure, test, observed}]}',
    },
    site: { type: 'string', required: true, description: 'id of the site' },
    by: { type: 'string', required: true, description: 'user id of who keeps the register of the site' },
    ...TABLE_OPTIONS,
  },
  run: async ({ args }) => {
    const given = shape.safeParse(jsonFile(args.file));
    if (!given.success) throw new Trouble(`${args.file}: ${z.prettifyError(given.error)}`);
    const { staff, rosters, now } = await registerOf(args);
    const by = await statedKeeper(staff, { site: args.site }, args.by);
    await rosters.putCurricula(args.site, given.data, { by, at: now() });
    print(`${args.site}: ${given.data.length} curricula`);
  },
});
