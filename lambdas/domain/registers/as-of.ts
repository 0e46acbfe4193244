import type { Instant } from '../time.ts';
import { registers } from './index.ts';
import type { RegisterRecord } from './record.ts';
import { noReadiness, type SiteReadiness } from './site-readiness.ts';
import { standingOf } from './standing-of.ts';

/** The newest version of an entry of those that were recorded by an instant; undefined where there was none yet. */
export const entryAsOf = (records: readonly RegisterRecord[], at: Instant): RegisterRecord | undefined =>
  records
    .filter((record) => record.at <= at)
    .reduce<RegisterRecord | undefined>(
      (newest, one) => (one.version > (newest?.version ?? 0) ? one : newest),
      undefined,
    );

/**
 * How all entries of a site stood at an instant, by what had been recorded by then: the same as was read at signing then.
 *
 * @param records every record of all registers of the site
 */
export function readinessAsOf(site: string, records: readonly RegisterRecord[], at: Instant): SiteReadiness {
  const known = records.filter((record) => record.at <= at);
  const byEntry = Map.groupBy(known, ({ register, id }) => `${register}#${id}`);
  const entries = [...byEntry.values()].flatMap((versions) => {
    const newest = entryAsOf(versions, at);
    const stood = newest === undefined ? undefined : standingOf(registers[newest.register], newest);
    return stood?.success === true ? [stood.data] : [];
  });
  // Each record is one change of the site.
  const none = noReadiness(site);
  const last = known.reduce((latest, one) => (one.at > latest ? one.at : latest), none.at);
  return { ...none, version: known.length, at: last, entries };
}

/** How a site stood at any instant; read where what was signed is judged again. */
export type ReadinessAt = (at: Instant) => SiteReadiness;
