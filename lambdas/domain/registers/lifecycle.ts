import { plus, startOfPrintedDay } from '../time.ts';
import type { Renewable } from './definition.ts';

/** What may follow each status; an entry may keep its own. */
export type Lifecycle<Status extends string> = Readonly<Record<Status, readonly Status[]>>;

/** What stands against a change, as a sentence; null where nothing does. */
type Against = string | null;

/** A register that a site has kept elsewhere comes in as it stands: the first version of an entry may have any status. */
export function notAfter<Status extends string>(
  lifecycle: Lifecycle<Status>,
  status: Status,
  before: Status | undefined,
): Against {
  if (before === undefined || before === status || lifecycle[before].includes(status)) return null;
  return `status: got ${status} after ${before}, expected ${[before, ...lifecycle[before]].join(' or ')}`;
}

/** The first field that a status asks for and that is not given. */
export function notGiven<Entry extends { readonly status: string }>(
  entry: Entry,
  fields: readonly (keyof Entry & string)[],
): Against {
  const field = fields.find((one) => entry[one] === undefined || entry[one] === '');
  return field === undefined ? null : `${field}: got none, expected one for status ${entry.status}`;
}

/** The first field that may not change any more and did. */
export function notTheSame<Entry extends object>(
  entry: Entry,
  before: Entry | undefined,
  fields: readonly (keyof Entry & string)[],
  why: string,
): Against {
  if (before === undefined) return null;
  const field = fields.find((one) => JSON.stringify(entry[one]) !== JSON.stringify(before[one]));
  return field === undefined ? null : `${field}: got another than before, expected the same: ${why}`;
}

interface Reviewed {
  readonly effectiveFrom?: string | undefined;
  readonly reviewedOn?: string | undefined;
  readonly reviewDue?: string | undefined;
}

/** A review is due at most so long after the last one, and is put off by nothing but a review. */
export function reviewMisfit(entry: Reviewed, before: Reviewed | undefined, atMost: string): Against {
  const { effectiveFrom, reviewedOn, reviewDue } = entry;
  if (reviewedOn !== undefined && effectiveFrom !== undefined && reviewedOn < effectiveFrom) {
    return `reviewedOn: got ${reviewedOn}, expected not before effectiveFrom ${effectiveFrom}`;
  }
  const last = reviewedOn ?? effectiveFrom;
  if (reviewDue === undefined || last === undefined) return null;
  const latest = dayAfter(last, atMost);
  if (reviewDue > latest) return `reviewDue: got ${reviewDue}, expected ${latest} or earlier (${atMost} after ${last})`;
  const lastBefore = before?.reviewedOn ?? before?.effectiveFrom;
  return before?.reviewDue !== undefined && reviewDue > before.reviewDue && last === lastBefore
    ? `reviewDue: got ${reviewDue} after ${before.reviewDue}, expected a review (reviewedOn) that puts it off`
    : null;
}

/** The review of what is in force, renewed by the next one. */
export const reviewOf = <Entry extends Reviewed & { readonly status: string }>(
  entry: Entry,
): readonly Renewable<Entry>[] =>
  entry.status === 'effective' && entry.reviewDue !== undefined
    ? [
        {
          part: 'review',
          last: entry.reviewedOn ?? entry.effectiveFrom,
          reach: 'said by its register',
          renewed: ({ on, next }) => ({ ...entry, reviewedOn: on, reviewDue: next }),
        },
      ]
    : [];

export const dayAfter = (day: string, duration: string): string =>
  plus(startOfPrintedDay(day, 'UTC'), duration, 'UTC').slice(0, 'yyyy-mm-dd'.length);

/** The first that stands against it. */
export const firstOf = (...against: readonly Against[]): Against => against.find((one) => one !== null) ?? null;
