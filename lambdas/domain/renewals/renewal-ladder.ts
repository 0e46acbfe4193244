import { dateOf, daysLater } from '../calendar/local-time.ts';
import type { Instant } from '../time.ts';

/** Something that counts until a day, whatever register it stands in. */
export interface Lapsing {
  /** Which kind of thing. */
  readonly what: 'competence';
  /** What of that kind: a task. */
  readonly name: string;
  /** The last day on which it counts, at the site. */
  readonly lastDay: string;
  /** User id of who renews it, or has it renewed. */
  readonly owner: string;
}

/** So many days before it lapses its owner is told (clinical-pathway 3.3), and once more when it has. */
export const RENEWAL_RUNGS = ['60', '30', '7', 'lapsed'] as const;
export type RenewalRung = (typeof RENEWAL_RUNGS)[number];

/** What lapsed longer ago is known: a register taken over whole tells nobody of years past. */
const TOLD_AFTERWARDS = 30;

/** What is to be told today, each at the last rung it has reached. Telling the same rung again is up to nobody: each is one notice. */
export const renewalsDue = (
  all: readonly Lapsing[],
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly (Lapsing & { readonly rung: RenewalRung })[] => {
  const today = dateOf(now, zone);
  return all.flatMap((one) => {
    const rung = rungOn(today, one.lastDay);
    return rung === undefined ? [] : [{ ...one, rung }];
  });
};

function rungOn(today: string, lastDay: string): RenewalRung | undefined {
  if (today > daysLater(lastDay, TOLD_AFTERWARDS)) return undefined;
  if (today > lastDay) return 'lapsed';
  if (today >= daysLater(lastDay, -7)) return '7';
  if (today >= daysLater(lastDay, -30)) return '30';
  return today >= daysLater(lastDay, -60) ? '60' : undefined;
}
