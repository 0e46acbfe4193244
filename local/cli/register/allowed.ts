import { defineCommand } from 'citty';
import { competenceAt } from '../../../lambdas/domain/competence/competence.ts';
import { competentBy, judgeCompetence } from '../../../lambdas/domain/competence/judge-competence.ts';
import { TASKS } from '../../../lambdas/domain/competence/tasks.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { print } from '../print.ts';
import { instantOption } from '../staff/instant-option.ts';
import { registerOf, TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { Trouble } from '../trouble.ts';

/** Were they allowed, on that day? By what had been recorded by then; what came into the register later is told apart. */
export const allowed = defineCommand({
  meta: { name: 'allowed', description: 'Whether somebody was competent in a task at an instant, and by what record' },
  args: {
    person: { type: 'string', required: true, description: 'user id' },
    task: { type: 'string', required: true, description: `one of ${TASKS.join(', ')}` },
    at: { type: 'string', description: 'instant with offset, e.g. 2026-05-02T03:10Z; without it, now' },
    ...TABLE_OPTIONS,
    ...CONFIG_OPTION,
  },
  run: async ({ args }) => {
    const task = TASKS.find((one) => one === args.task);
    if (task === undefined) throw new Trouble(`--task: got ${args.task}, expected one of ${TASKS.join(', ')}`);
    const { staff, competence, now } = await registerOf(args);
    const at = args.at === undefined ? now() : instantOption('--at', args.at);
    const person = userId(args.person);
    // Whoever has left was allowed, or not, all the same.
    const entry = await staff.entry(person);
    if (entry === undefined) throw new Trouble(`--person: got ${person}, expected somebody in the register of staff`);
    const asked = { task, at, zone: siteNamed(entry.member.site, args).zone };
    const records = await competence.of(person);
    const by = competentBy(competenceAt(records, at), asked);
    const later = competentBy(competenceAt(records, now()), asked);
    if (by === undefined) {
      const verdict = judgeCompetence(competenceAt(records, at), asked);
      const since = later === undefined ? '' : ` Entered only ${later.since}: ${later.training}, ${later.assessedOn}.`;
      throw new Trouble(`${person}: no, ${at}. ${verdict.status === 'open' ? '' : verdict.reason}${since}`);
    }
    print(`${person}: yes, ${at}. ${task}: ${by.training}, assessed ${by.assessedOn}, valid until ${by.validUntil}.`);
    if (later === undefined) print('What was recorded afterwards says otherwise: see atmp register competence.');
  },
});
