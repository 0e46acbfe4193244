import type { Announcement, MessageStore } from '../adapters/dynamo-message-store.ts';
import type { Rosters } from '../adapters/dynamo-rosters.ts';
import { curriculumNews } from '../domain/competence/curriculum-news.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { ReadRegisters, StaffMember } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { ROLES } from '../domain/vocabulary.ts';
import type { Sites } from '../middleware/environment.ts';

interface CurriculaDeps {
  readonly messages: Pick<MessageStore, 'tellOnce'>;
  readonly registers: Pick<ReadRegisters, 'readiness'>;
  readonly sites: Sites;
  readonly rosters: Pick<Rosters, 'curricula'>;
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

type CurriculumNotice = Extract<Notice, { about: 'curriculum' }>;

/**
 * Tells everybody, and who sees to it, what they are to be trained in by the curricula of their site, each assignment once; gives how many
 * are open.
 */
export async function tellCurricula({
  messages,
  registers,
  rosters,
  sites,
  now,
  ...deps
}: CurriculaDeps): Promise<number> {
  const at = now();
  let open = 0;
  for (const { id: site, zone } of sites) {
    const curricula = await rosters.curricula(site);
    if (curricula === undefined) continue;
    const readiness = await registers.readiness(site);
    const found: Announcement[] = [];
    for (const member of await deps.staffOf(site)) {
      if (!member.active) continue;
      for (const { key, lead, ...news } of curriculumNews(member, curricula, { at, zone, readiness })) {
        const role = ROLES.find((one) => one === lead);
        const notice: CurriculumNotice = {
          ...{ about: 'curriculum', site, zone, person: member.id, class: 'due', ...news },
          ...(role === undefined ? { lead, to: [] } : { to: [role] }),
        };
        found.push({ id: `curriculum-${site}-${member.id}-${key}`, notice });
      }
    }
    await messages.tellOnce('Tell of a curriculum', at, found);
    open += found.length;
  }
  return open;
}
