import { millisecondsBetween, startOfPrintedDay } from '../time.ts';
import type { RegisterName } from './names.ts';
import type { SiteReadiness } from './site-readiness.ts';

/** Days before the last day on which people are told (clinical-pathway 1.1, 3.3). */
const RUNGS = [90, 60, 30, 7] as const;
export type RenewalRung = (typeof RUNGS)[number] | 'lapsed';

/** Something of an entry that counts until a day, and is told because that day is near or past. */
export interface Renewal {
  readonly register: RegisterName;
  readonly id: string;
  readonly name: string;
  /** Such as `calibration`. */
  readonly what: string;
  readonly lastDay: string;
  readonly owner: string;
  /** Where a mirror is kept, which is renewed there. */
  readonly system?: string;
  readonly rung: RenewalRung;
}

/**
 * What has to be renewed, by how near it is on a day at the site, the nearest first. What may not be used anyway is left out: it is
 * renewed before it comes back.
 */
export function dueRenewals({ entries }: Pick<SiteReadiness, 'entries'>, today: string): readonly Renewal[] {
  return entries
    .filter(({ closedBecause }) => closedBecause === undefined)
    .flatMap(({ register, id, name, owner, counts, mirror }) =>
      counts.flatMap(({ what, until }): readonly Renewal[] => {
        const rung = until === undefined ? undefined : rungOn(today, until);
        return until === undefined || rung === undefined
          ? []
          : [{ register, id, name, what, lastDay: until, owner, ...systemOf(mirror), rung }];
      }),
    )
    .toSorted((one, other) => one.lastDay.localeCompare(other.lastDay) || one.name.localeCompare(other.name));
}

const systemOf = (mirror: { readonly system: string } | undefined): Pick<Renewal, 'system'> =>
  mirror === undefined ? {} : { system: mirror.system };

/** The narrowest rung that a last day has come into; undefined while it is further off than all. */
export function rungOn(today: string, lastDay: string): RenewalRung | undefined {
  const days = daysBetween(today, lastDay);
  return days < 0 ? 'lapsed' : RUNGS.filter((rung) => days <= rung).at(-1);
}

/** Calendar days from one day to another. */
export const daysBetween = (from: string, until: string): number =>
  Math.round(millisecondsBetween(startOfPrintedDay(from, 'UTC'), startOfPrintedDay(until, 'UTC')) / 86_400_000);
