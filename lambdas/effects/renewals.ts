import type { Announcement, MessageStore } from '../adapters/dynamo-message-store.ts';
import { asksFor, lapsingOf } from '../domain/competence/lapsing.ts';
import { lapsingHeadcounts } from '../domain/competence/lapsing-headcounts.ts';
import { TASKS } from '../domain/competence/tasks.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { JourneySummary, OpenStepLine } from '../domain/journey/summary.ts';
import type { ReadRegisters, StaffMember } from '../domain/ports.ts';
import { lapsingEntries } from '../domain/registers/lapsing.ts';
import type { SiteReadiness } from '../domain/registers/site-readiness.ts';
import { isClosedBy } from '../domain/registers/steps-closed.ts';
import { type Lapsing, type RenewalRung, renewalsDue } from '../domain/renewals/renewal-ladder.ts';
import type { Instant } from '../domain/time.ts';
import { ROLES, type Role } from '../domain/vocabulary.ts';
import type { Sites } from '../middleware/environment.ts';

export type RenewalNotice = Extract<Notice, { about: 'renewal' }>;

interface RenewalDeps {
  readonly messages: Pick<MessageStore, 'tellOnce'>;
  readonly registers: Pick<ReadRegisters, 'readiness'>;
  readonly sites: Sites;
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

/** Whom beside the owner: QA always, and who leads the programme once it is late. */
const TOLD: Readonly<Record<RenewalRung, readonly Role[]>> = {
  '90': [],
  '60': [],
  '30': ['qa'],
  '7': ['qa', 'programme-lead'],
  lapsed: ['qa', 'programme-lead'],
};

/** And of what closes nothing: QA once it was not done. */
const TOLD_OF_TASKS: Readonly<Record<RenewalRung, readonly Role[]>> = {
  '90': [],
  '60': [],
  '30': [],
  '7': [],
  lapsed: ['qa'],
};

/** More than these are looked up in the worklist. */
const MOST_STEPS = 20;

/** A line of an open step, with the journey it is in. */
interface Waiting {
  readonly journey: JourneySummary;
  readonly line: OpenStepLine;
}

/** Something that lapses, and whether a step waits for it. */
interface Watched extends Lapsing {
  holds(waiting: Waiting): boolean;
}

/**
 * Tells the owner of what lapses before, and when it has lapsed, each rung once; gives how many were due. What has lapsed lists the steps
 * that wait for it, from the lines the sweep has read anyway.
 */
export async function tellRenewals(deps: RenewalDeps, open: readonly JourneySummary[]): Promise<number> {
  const { messages, sites, now } = deps;
  const at = now();
  let due = 0;
  for (const site of sites) {
    const staff = (await deps.staffOf(site.id)).filter(({ active }) => active);
    const waiting = open
      .filter((journey) => journey.site === site.id)
      .flatMap((journey) => (journey.open ?? []).map((line) => ({ journey, line })));
    const readiness = await deps.registers.readiness(site.id);
    const watched = [
      ...competenceOf(staff, { at, zone: site.zone, readiness }),
      ...entriesWatched(site, at, readiness),
      ...headcountWatched(staff, { at, zone: site.zone, readiness }),
    ];
    const found = renewalsDue(watched, { now: at, zone: site.zone }).map(({ one, rung }): Announcement => {
      const { holds, ...lapsing } = one;
      const notice: RenewalNotice = {
        about: 'renewal',
        site: site.id,
        zone: site.zone,
        ...lapsing,
        rung,
        hits: rung === 'lapsed' ? hitsOf(waiting.filter(holds)) : [],
        class: rung === '7' || rung === 'lapsed' ? 'due' : 'info',
        to: toldOf(one, rung, staff),
      };
      return { id: idOf(site.id, one, rung), notice };
    });
    await messages.tellOnce('Tell of what lapses', at, found);
    due += found.length;
  }
  return due;
}

const competenceOf = (staff: readonly StaffMember[], documents: Parameters<typeof lapsingOf>[2]): readonly Watched[] =>
  staff
    .flatMap(({ id, competence }) => lapsingOf(id, competence, documents))
    .map((one) => {
      const task = TASKS.find((known) => known === one.name);
      return { ...one, holds: ({ line }) => task !== undefined && asksFor(line.step, task) };
    });

function entriesWatched({ zone, policy }: Sites[number], at: Instant, readiness: SiteReadiness): readonly Watched[] {
  const asked = { at, zone, mirrorAge: policy.registers?.mirrorAge };
  return lapsingEntries(readiness).map((one) => ({
    ...one,
    holds: ({ journey: { protocol }, line }) => isClosedBy(one, { protocol, line }, readiness, asked),
  }));
}

/** A headcount closes no step by itself: what it is short of on a day is told at that day. */
const headcountWatched = (
  staff: readonly StaffMember[],
  asked: Parameters<typeof lapsingHeadcounts>[1],
): readonly Watched[] => lapsingHeadcounts(staff, asked).map((one) => ({ ...one, holds: () => false }));

/** An owner who is neither a role nor here any more hears nothing: quality assurance finds another. */
function toldOf({ owner, closesNothing }: Lapsing, rung: RenewalRung, staff: readonly StaffMember[]): readonly Role[] {
  const role = ROLES.find((one) => one === owner);
  const told = closesNothing === true ? TOLD_OF_TASKS[rung] : TOLD[rung];
  const isHere = role !== undefined || staff.some(({ id }) => id === owner);
  return [...new Set([...(role === undefined ? [] : [role]), ...(isHere ? [] : ['qa' as const]), ...told])];
}

/** One id for each rung of each last day: renewed it has another, and swept again the same. What is short already, one a month. */
const idOf = (site: string, { what, name, entry, owner, lastDay, short }: Lapsing, rung: RenewalRung): string => {
  const day = short?.isNow === true ? `${short.have}-of-${short.need}-${lastDay.slice(0, 7)}` : lastDay;
  return ['renewal', site, what, ...(entry === undefined ? [name] : [entry.id, entry.part]), owner, day, rung].join(
    '-',
  );
};

/** Those due first. */
const hitsOf = (waiting: readonly Waiting[]): RenewalNotice['hits'] =>
  waiting
    .map(({ journey: { journeyId }, line: { step, dueAt } }) => ({ journeyId, step, dueAt }))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .slice(0, MOST_STEPS);
