import { readinessAsOf } from '../domain/registers/as-of.ts';
import type { RegisterName } from '../domain/registers/names.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import type { SiteReadiness } from '../domain/registers/site-readiness.ts';
import type { Instant } from '../domain/time.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** How an entry and all that it rests on stood at an instant; only registers are read that something rests on. */
export async function readinessThen(
  { registers }: Pick<WorklistDeps, 'registers'>,
  site: string,
  own: readonly RegisterRecord[],
  at: Instant,
): Promise<SiteReadiness> {
  const read = new Map<RegisterName, readonly RegisterRecord[]>();
  for (;;) {
    const others = [...read.values()].flat();
    const apart = own.filter(({ register }) => !read.has(register));
    const readiness = readinessAsOf(site, [...apart, ...others], at);
    const wanted = readiness.entries
      .flatMap(({ restsOn = [] }) => restsOn.map(({ register }) => register))
      .find((register) => !read.has(register));
    if (wanted === undefined) return readiness;
    read.set(wanted, await registers.of(site, wanted));
  }
}
