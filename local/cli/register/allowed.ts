import { defineCommand } from 'citty';
import { type CompetenceRecord, competenceAt } from '../../../lambdas/domain/competence/competence.ts';
import { competentBy, judgeCompetence } from '../../../lambdas/domain/competence/judge-competence.ts';
import { TASKS } from '../../../lambdas/domain/competence/tasks.ts';
import { readinessAsOf } from '../../../lambdas/domain/registers/as-of.ts';
import type { SiteReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import type { Instant } from '../../../lambdas/domain/time.ts';
import { print } from '../print.ts';
import { instantOption } from '../staff/instant-option.ts';
import { type Asked, registerOf, TABLE_OPTIONS } from '../staff/register.ts';
import { CONFIG_OPTION, siteNamed } from '../staff/site-policies.ts';
import { Trouble } from '../trouble.ts';
import { REGISTER_OPTIONS, registersBesidePeople } from './kept-registers.ts';

/** Were they allowed, on that day? By what had been recorded by then; what came into the register later is told apart. */
export const allowed = defineCommand({
  meta: { name: 'allowed', description: 'Whether somebody was competent in a task at an instant, and by what record' },
  args: {
    person: { type: 'string', required: true, description: 'user id' },
    task: { type: 'string', required: true, description: `one of ${TASKS.join(', ')}` },
    at: { type: 'string', description: 'instant with offset, e.g. 2026-05-02T03:10Z; without it, now' },
    'journeys-table': REGISTER_OPTIONS['journeys-table'],
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
    const records = await competence.of(person);
    const { site } = entry.member;
    const readiness = await documentsAt(args, site, { at, records });
    const asked = { task, at, zone: siteNamed(site, args).zone, readiness };
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

/** How the documents of the site stood then, where an assessment names a procedure of theirs. */
async function documentsAt(
  args: Asked & { readonly 'journeys-table'?: string | undefined },
  site: string,
  { at, records }: { readonly at: Instant; readonly records: readonly CompetenceRecord[] },
): Promise<SiteReadiness | undefined> {
  if (!records.some((record) => record.what === 'assessed' && record.procedure !== undefined)) return undefined;
  return readinessAsOf(site, await (await registersBesidePeople(args)).records(site), at);
}
