import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import { rotasOf } from '../adapters/dynamo-rosters.ts';
import type { TableAccess } from '../adapters/items.ts';
import { gapsIn } from '../domain/staff/rota.ts';
import { type Instant, plus } from '../domain/time.ts';
import type { Sites } from './environment.ts';

/** So far ahead a gap can still be filled. */
const AHEAD = 'P14D';

interface RotaDeps {
  readonly identities: TableAccess;
  readonly messages: Pick<MessageStore, 'keepMails' | 'write'>;
  readonly sites: Sites;
  now(): Instant;
}

/**
 * Tells coordinator and QA of each site, once a day for each role, when nobody is on call for it; gives how many rotas have a gap. A
 * role without a rota has no gap: then all of the role are told of what is urgent.
 */
export async function tellRotaGaps({ identities, messages, sites, now }: RotaDeps): Promise<number> {
  const from = now();
  const until = plus(from, AHEAD, 'UTC');
  let found = 0;
  for (const { id: site, zone, policy } of sites) {
    for (const rota of await rotasOf(identities, site)) {
      const gaps = gapsIn(rota, { from, until }, { zone, ...policy });
      if (gaps.length === 0) continue;
      found += 1;
      const { role } = rota;
      const notice = { about: 'rota', site, zone, role, gaps, class: 'due', to: ['coordinator', 'qa'] } as const;
      const mails = messages.keepMails(`rota-${site}-${role}-${from.slice(0, 10)}`, from, [{ kind: 'mail', notice }]);
      // Told today already: the sweep was started again.
      await messages.write('Tell of a gap in a rota', mails);
    }
  }
  return found;
}
