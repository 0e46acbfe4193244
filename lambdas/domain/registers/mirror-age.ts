import { type Instant, minus, partWay, plus, plusMilliseconds } from '../time.ts';
import type { RegisterName } from './names.ts';
import type { SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';
import type { Asked } from './why-not.ts';

/** Of what is read again and again and says the same, a version is kept so often where any age is allowed. */
const WITHOUT_AGE = 'P30D';

/**
 * What is known as of then or later need not be kept anew when it is read unchanged at an instant: it is younger than a third of
 * the age that is allowed, so that a night without an export asks nobody. A version for each night and entry would tell nobody anything.
 *
 * @param age that is allowed (ISO 8601 duration); undefined for any
 */
export const freshSince = (at: Instant, age: string | undefined, zone: string): Instant =>
  age === undefined ? minus(at, WITHOUT_AGE, zone) : partWay(minus(at, age, zone), at, 2 / 3);

/** Entries of one owner that another system holds and that were not read for long, or are about to be too old. */
export interface Ageing {
  readonly register: RegisterName;
  readonly system: string;
  /** User id or role of who confirms them, with evidence. */
  readonly owner: string;
  /** From when on gates do not know whether they may be used. */
  readonly until: Instant;
  /** That instant has passed. */
  readonly isOld: boolean;
  readonly entries: readonly Pick<EntryStanding, 'id' | 'name'>[];
}

const DAY_MS = 86_400_000;

/** A quarter of the age that is allowed before it is over, but a day at least where that is not more than half of it. */
function askedFrom(asOf: Instant, until: Instant): Instant {
  const quarter = partWay(asOf, until, 0.75);
  const dayBefore = plusMilliseconds(until, -DAY_MS);
  const half = partWay(asOf, until, 0.5);
  const earlier = quarter < dayBefore ? quarter : dayBefore;
  return earlier > half ? earlier : half;
}

/** What is to be confirmed now, before or after it became too old. What may not be used anyway asks nobody. */
export function ageingMirrors({ entries }: SiteReadiness, { at, zone, mirrorAge }: Asked): readonly Ageing[] {
  const ageing = entries.flatMap(({ register, id, name, owner, closedBecause, mirror }): readonly Ageing[] => {
    const age = mirror === undefined ? undefined : mirrorAge?.[mirror.system];
    if (mirror === undefined || age === undefined || closedBecause !== undefined) return [];
    const until = plus(mirror.asOf, age, zone);
    if (at < askedFrom(mirror.asOf, until)) return [];
    return [{ register, system: mirror.system, owner, until, isOld: at > until, entries: [{ id, name }] }];
  });
  const alike = Map.groupBy(ageing, ({ register, system, owner, until }) =>
    JSON.stringify([register, system, owner, until]),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, entries: [first, ...others].flatMap((one) => one.entries) }],
  );
}
