import type { CompetenceRecord } from '../../../lambdas/domain/competence/competence.ts';
import { keepCompetence as keep } from '../../../lambdas/domain/competence/keep-competence.ts';
import { userId } from '../../../lambdas/domain/sign-off/user-id.ts';
import { registerOf } from '../staff/register.ts';
import { siteNamed } from '../staff/site-policies.ts';
import { doneOr } from '../staff/stated.ts';

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
  const keeping = { staff, competence, zoneOf: (site: string): string => siteNamed(site, args).zone };
  const stated = { person, by: userId(args.by), at: now() };
  return { person, record: doneOr(await keep(keeping, stated, { ...said, why: args.why })) };
}
