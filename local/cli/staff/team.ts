import { defineCommand } from 'citty';
import * as z from 'zod';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import { team as shape } from '../../../lambdas/domain/staff/team.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';
import { registerOf, TABLE_OPTIONS } from './register.ts';
import { CONFIG_OPTION, siteNamed } from './site-policies.ts';
import { statedKeeper } from './stated-keeper.ts';

export const team = defineCommand({
  meta: { name: 'team', description: 'Adds or replaces a team of a role that shares a mailbox, or disbands it' },
  args: {
    id: { type: 'positional', required: true, description: 'id of the team' },
    name: { type: 'string', required: true, description: 'e.g. "Pharmacy, day shift"' },
    role: { type: 'string', required: true, description: 'the role of its people' },
    site: { type: 'string', required: true, description: 'id of the site' },
    mail: { type: 'string', required: true, description: 'address of the mailbox' },
    language: { type: 'string', default: 'en', description: LANGUAGES.join(', ') },
    by: { type: 'string', required: true, description: 'user id of who keeps the register of the site' },
    disband: { type: 'boolean', default: false, description: 'from now on everybody is written to by themselves' },
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { id, name, role, mail, language } = args;
    const site = siteNamed(args.site, args).id;
    const parsed = shape().safeParse({ id, name, role, site, mail, language });
    if (!parsed.success) throw new Trouble(`Team: ${z.prettifyError(parsed.error)}`);
    const { staff, rosters, now } = await registerOf(args);
    const by = await statedKeeper(staff, { site }, args.by);
    await rosters.putTeam(parsed.data, { by, at: now(), disbanded: args.disband });
    print(args.disband ? `${id}: disbanded` : `${id}: mails about steps of ${role} go to ${mail}`);
  },
});
