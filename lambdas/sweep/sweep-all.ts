import { dynamoAddresses } from '../adapters/dynamo-addresses.ts';
import { dynamoMessageStore } from '../adapters/dynamo-message-store.ts';
import { dynamoMirrors } from '../adapters/dynamo-mirrors.ts';
import { dynamoPersonMails } from '../adapters/dynamo-person-mails.ts';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import { dynamoRosters } from '../adapters/dynamo-rosters.ts';
import { staffOfSite } from '../adapters/dynamo-staff-directory.ts';
import type { Metrics } from '../adapters/metrics.ts';
import { tellCurricula } from '../effects/curricula.ts';
import { tellMirrors } from '../effects/mirrors.ts';
import { tellRenewals } from '../effects/renewals.ts';
import { tellRotaGaps } from '../effects/rota-gaps.ts';
import { tellShortShifts } from '../effects/short-shifts.ts';
import type { Sites } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import type { Runtime } from '../middleware/runtime.ts';
import { sweepMetrics } from '../middleware/sweep-metrics.ts';
import { attendToAddresses } from './attend-to-addresses.ts';
import { attendToJourneys } from './attend-to-journeys.ts';
import { guarded } from './guarded.ts';
import type { SweepEnvironment } from './sweep-environment.ts';
import { type RequeueDeps, requeueUndelivered } from './undelivered.ts';

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

interface SweepDeps extends RequeueDeps {
  readonly runtime: Runtime<'dynamodb'>;
  readonly env: SweepEnvironment;
  readonly metrics: Metrics;
}

/**
 * The whole sweep: proves that every journey in work has a waiting step or a next due instant, restarts what is stuck, sends effects
 * that were never done once more, tells of gaps in rotas, of shifts that are not covered, of what lapses, of what people are to be trained in
 * and of what other systems did not send, asks for test mails to addresses that are to be proved, and counts all
 * of it for the dashboard.
 */
export async function sweepAll({ runtime, env, metrics, effects, now }: SweepDeps) {
  const { dynamodb } = runtime.clients;
  const journeys = { client: dynamodb, table: env.JOURNEYS_TABLE };
  const identities = { client: dynamodb, table: env.IDENTITIES_TABLE };
  const staffOf = readOnce((site) => staffOfSite(identities, site));
  const readiness = dynamoReadiness(journeys);
  const registers = { readiness: readOnce((site) => readiness.readiness(site)) };
  const telling = {
    identities,
    messages: dynamoMessageStore({ ...journeys, randomBytes: runtime.randomBytes }),
    ...{ registers, staffOf, now },
  };
  const rosters = dynamoRosters({ ...identities, randomBytes: runtime.randomBytes });
  const asking = { addresses: dynamoAddresses(identities), personMails: dynamoPersonMails(journeys), now };
  const deliveries = dynamoMirrors(journeys);
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

  const [{ open, tally }, requeued, addresses, rotas] = await Promise.all([
    attendToJourneys({ ...journeyDeps(runtime, env), now }),
    requeueUndelivered({ effects, now }),
    attendToAddresses({ ...asking, sites: env.PROVE_ADDRESSES ? env.SITES : [], staffOf }),
    tellSites('rotas', (only) => tellRotaGaps({ ...telling, sites: only })),
  ]);
  const renewals = await tellSites('renewals', (only) => tellRenewals({ ...telling, sites: only }, open));
  const mirrored = await tellSites('mirrors', (only) =>
    tellMirrors({ ...telling, deliveries, mirrors: env.MIRRORS, sites: only }),
  );
  const shifts = await tellSites('shifts', (only) => tellShortShifts({ ...telling, sites: only }, open));
  const curricula = await tellSites('curricula', (only) => tellCurricula({ ...telling, rosters, sites: only }));
  const undelivered = requeued.done + requeued.failed;
  const untold = [rotas, renewals, mirrored, shifts, curricula].reduce((sum, one) => sum + one.failed, 0);
  const failed = tally.failed + requeued.failed + addresses.failed + untold;
  const counted = { stuck: tally.done, undelivered, failed };
  await metrics.put(sweepMetrics(open, { now: now(), ...counted, doubtful: addresses.done }));
  return {
    ...{ open: open.length, ...counted, rotaGaps: rotas.told, renewals: renewals.told },
    ...{ mirrors: mirrored.told, shortShifts: shifts.told },
  };
}
