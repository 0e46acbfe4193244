import type { Announcement, MessageStore } from '../adapters/dynamo-message-store.ts';
import { rotasOf } from '../adapters/dynamo-rosters.ts';
import type { TableAccess } from '../adapters/items.ts';
import type { StaffMember } from '../domain/ports.ts';
import { gapsIn, mayBeOnCall } from '../domain/staff/rota.ts';
import { type Instant, plus } from '../domain/time.ts';
import type { Sites } from '../middleware/environment.ts';

/** So far ahead a gap can still be filled. */
const AHEAD = 'P14D';

interface RotaDeps {
  readonly identities: TableAccess;
  readonly messages: Pick<MessageStore, 'tellOnce'>;
  readonly sites: Sites;
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

/**
 * Tells coordinator and QA of each site, once a day for each role, when nobody who may be is on call for it; gives how many rotas have a gap. A
 * role without a rota has no gap: then all of the role are told of what is urgent.
 */
export async function tellRotaGaps({ identities, messages, sites, staffOf, now }: RotaDeps): Promise<number> {
  const from = now();
  const until = plus(from, AHEAD, 'UTC');
  let found = 0;
  for (const { id: site, zone, policy } of sites) {
    const rotas = await rotasOf(identities, site);
    const staff = rotas.length === 0 ? [] : await staffOf(site);
    const open: Announcement[] = [];
    for (const rota of rotas) {
      const able = new Set(staff.filter((member) => mayBeOnCall(member, rota)).map(({ id }) => id));
      const gaps = gapsIn(
        { shifts: rota.shifts.filter(({ who }) => able.has(who)) },
        { from, until },
        { zone, ...policy },
      );
      if (gaps.length === 0) continue;
      const { role } = rota;
      const notice = { about: 'rota', site, zone, role, gaps, class: 'due', to: ['coordinator', 'qa'] } as const;
      open.push({ id: `rota-${site}-${role}-${from.slice(0, 10)}`, notice });
    }
    await messages.tellOnce('Tell of a gap in a rota', from, open);
    found += open.length;
  }
  return found;
}
