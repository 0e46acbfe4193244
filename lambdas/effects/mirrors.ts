import type { Announcement, MessageStore } from '../adapters/dynamo-message-store.ts';
import type { Deliveries } from '../adapters/dynamo-mirrors.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { ReadRegisters, StaffMember } from '../domain/ports.ts';
import { ageingMirrors } from '../domain/registers/mirror-age.ts';
import type { MirrorSource } from '../domain/registers/mirrors.ts';
import { type Instant, plus } from '../domain/time.ts';
import { ROLES } from '../domain/vocabulary.ts';
import type { Sites } from '../middleware/environment.ts';

type MirrorNotice = Extract<Notice, { about: 'mirror' }>;

interface MirrorTellingDeps {
  readonly messages: Pick<MessageStore, 'tellOnce'>;
  readonly registers: Pick<ReadRegisters, 'readiness'>;
  readonly deliveries: Pick<Deliveries, 'of'>;
  readonly mirrors: readonly MirrorSource[];
  readonly sites: Sites;
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

/** More than these are looked up on the page of the register. */
const MOST_ITEMS = 20;

/**
 * Tells who answers for an export that it did not come, and asks whoever sees to an entry to confirm it before it is too old, and when it
 * is; each once. Gives how much was told or is known.
 */
export async function tellMirrors(deps: MirrorTellingDeps): Promise<number> {
  const { messages, sites, now } = deps;
  let found = 0;
  for (const site of sites) {
    const notices = [...(await lateAt(deps, site)), ...(await ageingAt(deps, site))];
    found += notices.length;
    await messages.tellOnce('Tell of mirrors', now(), notices);
  }
  return found;
}

async function lateAt(
  { mirrors, deliveries, now }: MirrorTellingDeps,
  { id: site, zone }: Sites[number],
): Promise<readonly Announcement[]> {
  const expected = mirrors.filter((one) => one.site === site);
  if (expected.length === 0) return [];
  const came = await deliveries.of(site);
  return expected.flatMap(({ register, system, keepers, within }): readonly Announcement[] => {
    const last = came.get(register)?.cameAt;
    if (last !== undefined && now() <= plus(last, within, zone)) return [];
    const notice: MirrorNotice = {
      ...{ about: 'mirror', what: 'late', class: 'due', site, zone, register, system, items: [], more: 0 },
      ...(last === undefined ? {} : { on: last }),
      ...{ people: keepers, to: [] },
    };
    return [{ id: ['mirror-late', site, register, last ?? 'never'].join('-'), notice }];
  });
}

async function ageingAt(
  { registers, staffOf, now }: MirrorTellingDeps,
  { id: site, zone, policy }: Sites[number],
): Promise<readonly Announcement[]> {
  const mirrorAge = policy.registers?.mirrorAge;
  if (mirrorAge === undefined) return [];
  const ageing = ageingMirrors(await registers.readiness(site), { at: now(), zone, mirrorAge });
  if (ageing.length === 0) return [];
  const here = new Set((await staffOf(site)).filter(({ active }) => active).map(({ id }) => id));
  return ageing.map(({ register, system, owner, until, isOld, entries }) => {
    const what = isOld ? 'too-old' : 'ageing';
    const role = ROLES.find((one) => one === owner);
    const isQaTold = isOld || (role === undefined && !here.has(owner));
    const notice: MirrorNotice = {
      ...{ about: 'mirror', what, class: 'due', site, zone, register, system, on: until },
      items: entries.slice(0, MOST_ITEMS).map(({ id, name }) => `${id}: ${name}`),
      more: Math.max(0, entries.length - MOST_ITEMS),
      people: here.has(owner) ? [owner] : [],
      to: [...new Set([...(role === undefined ? [] : [role]), ...(isQaTold ? ['qa' as const] : [])])],
    };
    return { id: ['mirror', what, site, register, system, owner, until].join('-'), notice };
  });
}
