import * as z from 'zod';
import { dynamoAddresses } from '../adapters/dynamo-addresses.ts';
import { dynamoMessageStore } from '../adapters/dynamo-message-store.ts';
import { dynamoMirrors } from '../adapters/dynamo-mirrors.ts';
import { dynamoPersonMails } from '../adapters/dynamo-person-mails.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { dynamoRosters } from '../adapters/dynamo-rosters.ts';
import { staffOfSite } from '../adapters/dynamo-staff-directory.ts';
import { cloudWatchMetrics } from '../adapters/metrics.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import { findingOf, repair } from '../domain/journey/sweep.ts';
import { ok } from '../domain/outcome.ts';
import { sweepOrder } from '../domain/payloads.ts';
import type { StaffMember } from '../domain/ports.ts';
import { minus } from '../domain/time.ts';
import { tellCurricula } from '../effects/curricula.ts';
import { tellMirrors } from '../effects/mirrors.ts';
import { tellRenewals } from '../effects/renewals.ts';
import { tellRotaGaps } from '../effects/rota-gaps.ts';
import { tellShortShifts } from '../effects/short-shifts.ts';
import { type AskingDeps, askForProof } from '../enrolment/ask-for-proof.ts';
import {
  commonEnvironment,
  environment,
  mirrors,
  proveAddresses,
  type Sites,
  sites,
} from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { describe, log } from '../middleware/log.ts';
import { cloudwatchClient, coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { sweepMetrics } from '../middleware/sweep-metrics.ts';
import { taskHandler } from '../middleware/task-handler.ts';

const PAGE = 100;
/** An effect this old was not done by the stream, or its record was given up. */
const UNDELIVERED_AFTER = 'PT5M';

type StaffOf = (site: string) => Promise<readonly StaffMember[]>;

/** What is read of each site when it is first asked for. */
function readOnce<T>(read: (site: string) => Promise<T>): (site: string) => Promise<T> {
  const found = new Map<string, Promise<T>>();
  return (site) => {
    const known = found.get(site) ?? read(site);
    found.set(site, known);
    return known;
  };
}

/** What was told at all sites, and at how many it could not be. */
type Told = Record<'told' | 'failed', number>;

type Tally = Record<'done' | 'nothing' | 'failed', number>;

/**
 * Daily: proves that every journey in work has a waiting step or a next due instant, restarts what is stuck, sends effects
 * that were never done once more, tells of gaps in rotas, of shifts that are not covered, of what lapses, of what people are to be trained in
 * and of what other systems did not send, asks for test mails to addresses that are to be proved, and counts all
 * of it for the dashboard.
 */
export const create = (runtime: Runtime<'cloudwatch' | 'dynamodb'>) => {
  const env = environment(runtime, {
    ...commonEnvironment,
    METRIC_NAMESPACE: z.string().min(1),
    IDENTITIES_TABLE: z.string().min(1),
    MIRRORS: mirrors(),
    SITES: sites(),
    PROVE_ADDRESSES: proveAddresses,
  });
  const deps = journeyDeps(runtime, env);
  const { dynamodb } = runtime.clients;
  const identities = { client: dynamodb, table: env.IDENTITIES_TABLE };
  const asking: AskingDeps = {
    addresses: dynamoAddresses(identities),
    personMails: dynamoPersonMails({ client: dynamodb, table: env.JOURNEYS_TABLE }),
    now: deps.now,
  };
  const rotas = {
    identities,
    messages: dynamoMessageStore({ client: dynamodb, table: env.JOURNEYS_TABLE, randomBytes: runtime.randomBytes }),
    now: () => deps.now(),
  };
  const rosters = dynamoRosters({ ...identities, randomBytes: runtime.randomBytes });
  const readiness = dynamoReadiness({ client: dynamodb, table: env.JOURNEYS_TABLE });
  const deliveries = dynamoMirrors({ client: dynamodb, table: env.JOURNEYS_TABLE });
  const cloudwatch = cloudWatchMetrics(runtime.clients.cloudwatch, env.METRIC_NAMESPACE);

  async function attend(journey: JourneySummary): Promise<boolean> {
    const finding = findingOf(journey, deps.now());
    if (finding === 'well') return false;
    const outcome = await changeJourney(deps, journey.journeyId, (scribe, stored) =>
      ok({ value: repair(scribe, stored.bindings), effects: [{ kind: 'schedule' }] }),
    );
    const restarted = outcome.ok && outcome.value;
    log(restarted ? 'error' : 'warn', 'journey repaired by the sweep', {
      journeyId: journey.journeyId,
      finding,
      restarted,
    });
    return restarted;
  }

  /** One that cannot be attended to must not keep the sweep from all others. */
  async function guarded(
    what: string,
    id: string,
    work: () => Promise<boolean>,
  ): Promise<'done' | 'nothing' | 'failed'> {
    try {
      return (await work()) ? 'done' : 'nothing';
    } catch (error) {
      log('error', 'sweep failed', { what, id, ...describe(error) });
      return 'failed';
    }
  }

  /** Everything not done by `before`, page by page; what is requeued sorts behind it, so this ends. */
  async function requeueUndelivered(): Promise<Tally> {
    const before = minus(deps.now(), UNDELIVERED_AFTER, 'UTC');
    const tally: Tally = { done: 0, nothing: 0, failed: 0 };
    for (;;) {
      let unreadable = 0;
      const pending = await deps.store.pending({
        before,
        limit: PAGE,
        unreadable: (fault) => {
          log('error', 'sweep failed', { what: 'effect', ...describe(fault) });
          unreadable += 1;
        },
      });
      const round: Tally = { done: 0, nothing: 0, failed: 0 };
      for (const effect of pending) {
        round[
          await guarded('effect', effect.id, async () => {
            await deps.store.requeue(effect, deps.now());
            return true;
          })
        ] += 1;
      }
      tally.done += round.done;
      tally.failed += round.failed;
      // Each page begins with the oldest, so what cannot be read is in each and is counted once.
      if (pending.length < PAGE || round.done === 0) return { ...tally, failed: tally.failed + unreadable };
    }
  }

  /** Attends to every open journey; gives their summaries and how many were stuck. */
  async function attendToAll(): Promise<{ readonly open: readonly JourneySummary[]; readonly tally: Tally }> {
    const open: JourneySummary[] = [];
    const tally: Tally = { done: 0, nothing: 0, failed: 0 };
    let from: string | undefined;
    do {
      const page = await deps.store.list({ open: true, limit: PAGE, ...(from === undefined ? {} : { from }) });
      open.push(...page.journeys.filter(({ status }) => status !== 'closed'));
      for (const journey of page.journeys) {
        tally[await guarded('journey', journey.journeyId, () => attend(journey))] += 1;
      }
      from = page.next;
    } while (from !== undefined);
    return { open, tally };
  }

  async function requeueOnly(): Promise<{ readonly undelivered: number; readonly failed: number }> {
    const { done, failed } = await requeueUndelivered();
    await cloudwatch.put([
      { name: 'Undelivered', value: done + failed },
      { name: 'SweepFailed', value: failed },
    ]);
    return { undelivered: done + failed, failed };
  }

  /** Asks for what is to be proved; `done` counts those who are the last to be told and may not read it. */
  async function attendToAddresses(staffOf: StaffOf): Promise<Tally> {
    const tally: Tally = { done: 0, nothing: 0, failed: 0 };
    for (const { id: site } of env.PROVE_ADDRESSES ? env.SITES : []) {
      let staff: readonly StaffMember[] = [];
      const read = await guarded('staff', site, async () => {
        staff = await staffOf(site);
        return true;
      });
      if (read === 'failed') tally.failed += 1;
      for (const member of staff) tally[await guarded('address', member.id, () => askForProof(asking, member))] += 1;
    }
    return tally;
  }

  /** Tells each site of its own: where one site cannot be told, those after it are. */
  async function tellSites(what: string, tell: (sites: Sites) => Promise<number>): Promise<Told> {
    let told = 0;
    let failed = 0;
    for (const site of env.SITES) {
      const outcome = await guarded(what, site.id, async () => {
        const found = await tell([site]);
        told += found;
        return found > 0;
      });
      if (outcome === 'failed') failed += 1;
    }
    return { told, failed };
  }

  async function sweepAll() {
    const staffOf = readOnce((site) => staffOfSite(identities, site));
    const registers = { readiness: readOnce((site) => readiness.readiness(site)) };
    const telling = { ...rotas, registers, staffOf };
    const [{ open, tally }, effects, addresses, rota] = await Promise.all([
      attendToAll(),
      requeueUndelivered(),
      attendToAddresses(staffOf),
      tellSites('rotas', (only) => tellRotaGaps({ ...telling, sites: only })),
    ]);
    const renewals = await tellSites('renewals', (only) => tellRenewals({ ...telling, sites: only }, open));
    const mirrored = await tellSites('mirrors', (only) =>
      tellMirrors({ ...telling, deliveries, mirrors: env.MIRRORS, sites: only }),
    );
    const shifts = await tellSites('shifts', (only) => tellShortShifts({ ...telling, sites: only }, open));
    const curricula = await tellSites('curricula', (only) => tellCurricula({ ...telling, rosters, sites: only }));
    const undelivered = effects.done + effects.failed;
    const untold = [rota, renewals, mirrored, shifts, curricula].reduce((sum, one) => sum + one.failed, 0);
    const failed = tally.failed + effects.failed + addresses.failed + untold;
    const counted = { stuck: tally.done, undelivered, failed };
    await cloudwatch.put(sweepMetrics(open, { now: deps.now(), ...counted, doubtful: addresses.done }));
    return {
      ...{ open: open.length, ...counted, rotaGaps: rota.told, renewals: renewals.told },
      ...{ mirrors: mirrored.told, shortShifts: shifts.told },
    };
  }

  return taskHandler(deps.clock, sweepOrder, async ({ work }) => ({
    schemaVersion: 1,
    ...(work === 'requeue' ? await requeueOnly() : await sweepAll()),
  }));
};

export const handler = coldStart(create, { cloudwatch: cloudwatchClient, dynamodb: dynamodbClient });
