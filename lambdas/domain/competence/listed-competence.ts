import { dateOf } from '../calendar/local-time.ts';
import type { StaffMember } from '../ports.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import type { Instant } from '../time.ts';
import type { Standing } from './competence.ts';
import { competentBy } from './judge-competence.ts';
import { TASKS, type Task } from './tasks.ts';
import { newerThanTrained } from './trained-in.ts';

/** How somebody stands in one task. */
export interface CompetenceLine {
  /** User id. */
  readonly person: string;
  readonly name: string;
  readonly task: Task;
  readonly how: 'may' | 'revoked' | 'lapsed' | 'newer-version' | 'not-yet';
  /** The assessment that says so. */
  readonly standing: Standing;
}

interface Asked {
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  readonly readiness: SiteReadiness;
}

/** Who may do which task until when, what lapses or has lapsed first; nothing of whoever was never assessed. */
export const competenceListed = (
  people: readonly Pick<StaffMember, 'id' | 'name' | 'competence'>[],
  asked: Asked,
): readonly CompetenceLine[] =>
  people
    .flatMap(({ id, name, competence = {} }) =>
      TASKS.flatMap((task): readonly CompetenceLine[] => {
        const by = competentBy(competence, { ...asked, task });
        const standing = by ?? competence[task]?.[0];
        if (standing === undefined) return [];
        return [{ person: id, name, task, standing, how: by === undefined ? whyNot(standing, asked) : 'may' }];
      }),
    )
    .toSorted(
      (one, other) =>
        one.standing.validUntil.localeCompare(other.standing.validUntil) || one.name.localeCompare(other.name),
    );

function whyNot(standing: Standing, asked: Asked): CompetenceLine['how'] {
  const today = dateOf(asked.at, asked.zone);
  if (standing.revokedAt !== undefined) return 'revoked';
  if (standing.validUntil < today) return 'lapsed';
  return newerThanTrained(standing, asked) === undefined ? 'not-yet' : 'newer-version';
}
