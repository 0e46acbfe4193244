import { defineCommand } from 'citty';
import { assignments } from '../../../lambdas/domain/competence/curriculum.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
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
    'journeys-table': REGISTER_OPTIONS['journeys-table'],
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const { staff, rosters, now } = await registerOf(args);
    const member = await staff.find(userId(args.person));
    if (member === undefined)
      throw new Trouble(`--person: got ${args.person}, expected somebody in the register of staff`);
    const written = await rosters.curricula(member.site);
    if (written === undefined)
      throw new Trouble(
        `${member.site}: got no curricula, expected some: atmp register curricula FILE --site ${member.site}`,
      );
    const readiness = await (await registersBesidePeople(args)).readiness(member.site);
    const { zone } = siteNamed(member.site, args);
    const found = assignments(member, written, { at: now(), zone, readiness });
    for (const { task, protocol, what, lastDay, why } of found) {
      const which = protocol === undefined ? task : `${task} (${protocol})`;
      print(`${which}: to be ${what} ${lastDay === undefined ? 'first' : `by ${lastDay}`}. ${why}`.trimEnd());
    }
    if (found.length === 0) print(`${member.id}: nothing, by the curricula of ${member.roles.join(', ')}.`);
  },
});
