import type { MessageStore } from '../adapters/dynamo-message-store.ts';
import { asksFor, lapsingOf } from '../domain/competence/lapsing.ts';
import { TASKS } from '../domain/competence/tasks.ts';
import type { Notice } from '../domain/journey/notice.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import type { StaffMember } from '../domain/ports.ts';
import { type Lapsing, type RenewalRung, renewalsDue } from '../domain/renewals/renewal-ladder.ts';
import type { Instant } from '../domain/time.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { Sites } from '../middleware/environment.ts';

export type RenewalNotice = Extract<Notice, { about: 'renewal' }>;

interface RenewalDeps {
  readonly messages: Pick<MessageStore, 'keepMails' | 'write'>;
  readonly sites: Sites;
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

/** Whom beside the owner: QA always, and who leads the programme once it is late. */
const TOLD: Readonly<Record<RenewalRung, readonly Role[]>> = {
  '60': [],
  '30': ['qa'],
  '7': ['qa', 'programme-lead'],
  lapsed: ['qa', 'programme-lead'],
};

/** More than these are looked up in the worklist. */
const MOST_STEPS = 20;

/**
 * Tells the owner of what lapses 60, 30 and 7 days before, and when it has lapsed, each once; gives how many were due. What has
 * lapsed lists the steps that wait for it, from the lines the sweep has read anyway.
 */
export async function tellRenewals(
  { messages, sites, staffOf, now }: RenewalDeps,
  open: readonly JourneySummary[],
): Promise<number> {
  const at = now();
  let due = 0;
  for (const { id: site, zone } of sites) {
    const staff = (await staffOf(site)).filter(({ active }) => active);
    const lapsing = staff.flatMap(({ id, competence }) => lapsingOf(id, competence));
    for (const { rung, ...one } of renewalsDue(lapsing, { now: at, zone })) {
      due += 1;
      const { owner, what, name, lastDay } = one;
      const mailClass = rung === '60' || rung === '30' ? 'info' : 'due';
      const hits =
        rung === 'lapsed'
          ? stepsWaiting(
              one,
              open.filter((journey) => journey.site === site),
            )
          : [];
      const notice: RenewalNotice = {
        about: 'renewal',
        site,
        zone,
        ...one,
        rung,
        hits,
        class: mailClass,
        to: TOLD[rung],
      };
      const id = ['renewal', site, what, name, owner, lastDay, rung].join('-');
      // Told at an earlier sweep: it is a conflict, and stays told.
      await messages.write('Tell of what lapses', messages.keepMails(id, at, [{ kind: 'mail', notice }]));
    }
  }
  return due;
}

/** The open steps that ask for it, those due first. */
const stepsWaiting = ({ name }: Lapsing, journeys: readonly JourneySummary[]): RenewalNotice['hits'] => {
  const task = TASKS.find((one) => one === name);
  if (task === undefined) return [];
  return journeys
    .flatMap(({ journeyId, open = [] }) =>
      open.filter(({ step }) => asksFor(step, task)).map(({ step, dueAt }) => ({ journeyId, step, dueAt })),
    )
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .slice(0, MOST_STEPS);
};
