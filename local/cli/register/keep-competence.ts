import type { CompetenceRecord } from '../../../lambdas/domain/competence/competence.ts';
import { recordCompetence } from '../../../lambdas/domain/competence/record-competence.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { keepersAt } from '../../../lambdas/domain/staff/keepers-at.ts';
import { mayNotChange } from '../../../lambdas/domain/staff/who-may-change.ts';
import { registerOf } from '../staff/register.ts';
import { siteNamed } from '../staff/site-policies.ts';
import { doneOr } from '../staff/stated.ts';
import { Trouble } from '../trouble.ts';

interface Args {
  readonly id: string;
  readonly by: string;
  readonly why: string;
  readonly table?: string | undefined;
  readonly url: string;
  readonly config: string;
}

/** Keeps what a keeper of the register says of somebody's competence as of now, or says why it is refused. */
export async function keepCompetence(
  args: Args,
  said: Readonly<Record<string, unknown>>,
): Promise<{ readonly person: string; readonly record: CompetenceRecord }> {
  const { staff, competence, now } = await registerOf(args);
  const person = userId(args.id);
  const member = await staff.find(person);
  if (member === undefined) throw new Trouble(`${person}: expected a member of staff, got nobody`);
  const by = userId(args.by);
  const given = { ...said, by, why: args.why, at: now() };
  const { zone } = siteNamed(member.site, args);
  const record = doneOr(recordCompetence(given, { person, before: await competence.of(person), zone }));
  const refusal = mayNotChange({ id: person, by, site: member.site }, await keepersAt(staff, member.site));
  if (refusal !== null) throw new Trouble(refusal.message);
  doneOr(await competence.keep(person, record));
  return { person, record };
}
