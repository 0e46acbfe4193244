import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import { dutyRotaOf } from '../adapters/dynamo-staff-directory.ts';
import type { TableAccess } from '../adapters/items.ts';
import { dateOf } from '../domain/calendar/local-time.ts';
import { nextOpen } from '../domain/calendar/working-time.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import type { ReadRegisters, StaffMember } from '../domain/ports.ts';
import { coverOf, type ShortDay } from '../domain/shifts/cover.ts';
import { dutyAt } from '../domain/shifts/on-duty.ts';
import { type Instant, plus, startOfPrintedDay } from '../domain/time.ts';
import { ROLES, type Role } from '../domain/vocabulary.ts';
import type { Sites } from '../middleware/environment.ts';

/** So many days before a day of treatment other people can still be put on its shift. */
const AHEAD = 'P7D';

interface ShiftDeps {
  readonly identities: TableAccess;
  readonly messages: Pick<MessageStore, 'tellOnce'>;
  readonly registers: Pick<ReadRegisters, 'readiness'>;
  readonly sites: Sites;
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

/**
 * Tells who leads the rota of a site, and its coordinator, once a day, of each planned day of treatment within a week whose shift is not
 * covered; gives how many there are. Nothing is read where a site asks for no cover, or plans no treatment.
 */
export async function tellShortShifts(deps: ShiftDeps, open: readonly JourneySummary[]): Promise<number> {
  const { identities, messages, registers, sites, now } = deps;
  const from = now();
  let found = 0;
  for (const site of sites) {
    const planned = site.policy.shiftCover === undefined ? [] : plannedAt(open, site, from);
    if (planned.length === 0) continue;
    const [rota, staff, readiness] = await Promise.all([
      dutyRotaOf(identities, site.id),
      deps.staffOf(site.id),
      registers.readiness(site.id),
    ]);
    const asked = { cover: site.policy.shiftCover ?? {}, site: site.id, zone: site.zone, readiness };
    const lead = rota?.lead;
    const days = planned.flatMap(({ journeyId, at }): readonly ShortDay[] => {
      const onDuty = { ...(rota === undefined ? {} : { rota: dutyAt(rota, [at]) }), people: staff };
      const { shifts, short } = coverOf(onDuty, { ...asked, at });
      return short.length === 0 ? [] : [{ journeyId, at, shifts, short, ...(lead === undefined ? {} : { lead }) }];
    });
    if (days.length === 0) continue;
    found += days.length;
    const role = ROLES.find((one) => one === lead);
    const to: readonly Role[] = role === undefined || role === 'coordinator' ? ['coordinator'] : [role, 'coordinator'];
    const about = { about: 'coverage', site: site.id, zone: site.zone, days, class: 'due', to } as const;
    const notice = { ...about, ...(lead === undefined ? {} : { lead }) };
    const id = `coverage-${site.id}-${from.slice(0, 10)}`;
    await messages.tellOnce('Tell of short shifts', from, [{ id, notice }]);
  }
  return found;
}

/** Days of treatment within a week, the first first; one that is planned for a whole day is looked at when the site opens. */
const plannedAt = (
  open: readonly JourneySummary[],
  { id, zone, policy }: Sites[number],
  now: Instant,
): readonly { readonly journeyId: string; readonly at: Instant }[] =>
  open
    .filter(({ site, status }) => site === id && status !== 'closed')
    .flatMap(({ journeyId, dates = [] }) =>
      dates.filter(({ item }) => item === 'day-0').map(({ from }) => ({ journeyId, from })),
    )
    .filter(({ from }) => from > now && from < plus(now, AHEAD, zone))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ journeyId, from }) => {
      const isWholeDay = startOfPrintedDay(dateOf(from, zone), zone) === from;
      return { journeyId, at: isWholeDay ? nextOpen(from, { zone, ...policy }) : from };
    });
