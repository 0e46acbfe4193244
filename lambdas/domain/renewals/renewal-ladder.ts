import { dateOf, daysLater } from '../calendar/local-time.ts';
import type { Task } from '../competence/tasks.ts';
import type { RegisterName } from '../registers/names.ts';
import type { Instant } from '../time.ts';

/** Something that counts until a day, whatever register it stands in. */
export interface Lapsing {
  /** Which kind of thing: what somebody can do, or the register of the entry. */
  readonly what: 'competence' | RegisterName;
  /** What of that kind: a task, or what an entry is called. */
  readonly name: string;
  /** Of the entry of a register: its id, and what of it counts until that day, such as `calibration`. */
  readonly entry?: { readonly id: string; readonly part: string };
  /** Where a mirror is kept, which is renewed there. */
  readonly system?: string;
  /** It is to be done by that day, and closes nothing when it was not. */
  readonly closesNothing?: true;
  /** Where too few people are competent in a task from the day after on: how many of how many, and whose assessment ends. */
  readonly short?: {
    readonly task: Task;
    readonly have: number;
    readonly need: number;
    /** User ids. */
    readonly because: readonly string[];
    /** It is so already, since nobody knows when: such as when somebody left. */
    readonly isNow: boolean;
  };
  /** The last day on which it counts, at the site. */
  readonly lastDay: string;
  /** User id, or role, of who renews it, or has it renewed. */
  readonly owner: string;
}

/** So many days before it lapses its owner is told, and once more when it has. */
export const RENEWAL_RUNGS = ['90', '60', '30', '7', 'lapsed'] as const;
export type RenewalRung = (typeof RENEWAL_RUNGS)[number];

/** What lapsed longer ago is known: a register taken over whole tells nobody of years past. */
const TOLD_AFTERWARDS = 30;

/** What is to be told today, each at the last rung it has reached, the nearest first. Telling the same rung again is up to nobody: each is one notice. */
export const renewalsDue = <L extends Lapsing>(
  all: readonly L[],
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly { readonly one: L; readonly rung: RenewalRung }[] => {
  const today = dateOf(now, zone);
  return all
    .flatMap((one) => {
      const rung = rungOn(today, one);
      return rung === undefined ? [] : [{ one, rung }];
    })
    .toSorted(
      ({ one }, { one: other }) => one.lastDay.localeCompare(other.lastDay) || one.name.localeCompare(other.name),
    );
};

function rungOn(today: string, { what, lastDay, closesNothing }: Lapsing): RenewalRung | undefined {
  // What is to be done is still to be done, however long ago that was.
  if (closesNothing !== true && today > daysLater(lastDay, TOLD_AFTERWARDS)) return undefined;
  if (today > lastDay) return 'lapsed';
  if (today >= daysLater(lastDay, -7)) return '7';
  if (today >= daysLater(lastDay, -30)) return '30';
  // What is done every few months would be told as soon as it was done.
  if (closesNothing === true) return undefined;
  if (today >= daysLater(lastDay, -60)) return '60';
  // A calibration, an audit or a contract has to be ordered; an assessment needs two people of the house (clinical-pathway 1.1, 3.3).
  return what !== 'competence' && today >= daysLater(lastDay, -90) ? '90' : undefined;
}
