import { dateOf, daysLater } from '../calendar/local-time.ts';
import { isInQuarantine } from './in-use.ts';
import { REGISTERS, type RegisterName } from './names.ts';
import type { SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';
import { type Asked, type WhyNot, whyNot } from './why-not.ts';

/** A day by which something of an entry ends or is to be done. */
export interface EndingDay {
  readonly what: string;
  readonly on: string;
}

/** An entry as a list has it. */
export interface Listed {
  readonly entry: EntryStanding;
  readonly whyNot?: WhyNot;
  readonly next?: EndingDay;
}

/** The entries of a register: those that may not be used first, then by the next day that ends. */
export const listed = (readiness: SiteReadiness, register: RegisterName, asked: Asked): readonly Listed[] =>
  readiness.entries
    .filter((entry) => entry.register === register)
    .map((entry) => lineOf(readiness, entry, asked))
    .toSorted(
      (one, other) =>
        Number(other.whyNot !== undefined) - Number(one.whyNot !== undefined) ||
        compare(firstDay(one), firstDay(other)) ||
        compare(one.entry.id, other.entry.id),
    );

/** What has lapsed did so before anything else ends. */
const firstDay = ({ whyNot, next }: Listed): string => (whyNot?.why === 'lapsed' ? whyNot.until : (next?.on ?? '9999'));

export function lineOf(readiness: SiteReadiness, entry: EntryStanding, asked: Asked): Listed {
  const found = whyNot(readiness, entry, asked);
  const next = nextDay(entry, dateOf(asked.at, asked.zone));
  return { entry, ...(found === undefined ? {} : { whyNot: found }), ...(next === undefined ? {} : { next }) };
}

/** What a list can be narrowed to. */
export const SHOWN = ['due', 'lapsed', 'quarantine', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

/** Whether a line is of what is asked for; `due` within 90 days. What counts on for a while after its last day has lapsed too. */
export function isShown({ entry, whyNot, next }: Listed, shown: Shown, asked: Asked): boolean {
  const today = dateOf(asked.at, asked.zone);
  const isLate = next !== undefined && next.on < today;
  switch (shown) {
    case 'due':
      return whyNot === undefined && next !== undefined && !isLate && next.on <= daysLater(today, SOON_DAYS);
    case 'lapsed':
      return whyNot?.why === 'lapsed' || isLate;
    case 'quarantine':
      return isInQuarantine(entry);
    case 'closed':
      return whyNot !== undefined;
  }
}

/** How many days before its end something is soon to end. */
export const SOON_DAYS = 90;

export interface RegisterCount {
  readonly register: RegisterName;
  readonly entries: number;
  readonly closed: number;
  /** May be used, with something that ends or is due soon. */
  readonly soon: number;
}

/** Every register in one line, also those in which nothing is. */
export function counted(readiness: SiteReadiness, asked: Asked): readonly RegisterCount[] {
  const soon = daysLater(dateOf(asked.at, asked.zone), SOON_DAYS);
  return REGISTERS.map((register) => {
    const lines = listed(readiness, register, asked);
    const open = lines.filter((line) => line.whyNot === undefined);
    return {
      register,
      entries: lines.length,
      closed: lines.length - open.length,
      soon: open.filter(({ next }) => next !== undefined && next.on <= soon).length,
    };
  });
}

/** The first day from today on; also one that has passed where what is to be done closes nothing yet. */
const nextDay = ({ counts, due = [] }: EntryStanding, today: string): EndingDay | undefined =>
  [
    ...counts.flatMap(({ what, until, grace }) =>
      until === undefined || (until < today && grace === undefined) ? [] : [{ what, on: until }],
    ),
    ...due,
  ].toSorted((one, other) => compare(one.on, other.on))[0];

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
