import { defineCommand } from 'citty';
import { recordCompetence } from '../../../lambdas/domain/competence/record-competence.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { mayNotChange } from '../../../lambdas/domain/staff/who-may-change.ts';
import { keepersAt } from '../../staff/keep-register.ts';
import { print } from '../print.ts';
import { registerOf, TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { doneOr, STATED_OPTIONS } from '../staff/stated.ts';
import { Trouble } from '../trouble.ts';

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
    const { staff, competence, now } = await registerOf(args);
    const person = userId(args.id);
    const member = await staff.find(person);
    if (member === undefined) throw new Trouble(`${person}: expected a member of staff, got nobody`);
    const by = userId(args.by);
    const given = { what: 'revoked', task: args.task, by, why: args.why, at: now() };
    const { zone } = siteNamed(member.site, args);
    const record = doneOr(recordCompetence(given, { person, before: await competence.of(person), zone }));
    const refusal = mayNotChange({ id: person, by, site: member.site }, await keepersAt(staff, member.site));
    if (refusal !== null) throw new Trouble(refusal.message);
    doneOr(await competence.keep(person, record));
    print(`${person}: ${record.task} revoked.`);
  },
});
