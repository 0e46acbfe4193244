import * as z from 'zod';
import { daysLater } from '../calendar/local-time.ts';
import { plus, printedDate, startOfPrintedDay } from '../time.ts';
import { person, text } from './fields.ts';
import { firstOf } from './lifecycle.ts';
import type { EntryStanding } from './standing.ts';

/** Where nothing else is said, and the longest that may be said. */
const EVERY = 'P3M';
const AT_MOST = 'P6M';
/** Within so many days of the day on which a newer label was read a change of the protocol is decided on. */
export const CHANGE_WITHIN_DAYS = 30;

/** Of a therapy protocol: the label that it follows, by country and revision, and when somebody last looked for a newer one. */
export const labelWatch = {
  /** Country, or EU, of the label. */
  labelCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected two capital letters such as EU or DE')
    .optional(),
  /** The revision of the label that it follows, as the label names itself. */
  labelRevision: text(90).optional(),
  /** The revision that was found at the last look. */
  labelRead: text(90).optional(),
  labelCheckedOn: printedDate.optional(),
  labelCheckedBy: person.optional(),
  /** Where it was read. */
  labelEvidence: text(120).optional(),
  /** The last day of the next look. */
  nextLabelCheck: printedDate.optional(),
};
type LabelWatch = z.infer<z.ZodObject<typeof labelWatch>>;

export interface Watched extends LabelWatch {
  readonly type: string;
  readonly effectiveFrom?: string | undefined;
}

const FIELDS = Object.keys(labelWatch) as readonly (keyof LabelWatch)[];
/** A look is told as a whole. */
const OF_A_CHECK = ['labelRevision', 'labelRead', 'labelCheckedBy', 'labelEvidence'] as const;

const later = (day: string, duration: string): string =>
  plus(startOfPrintedDay(day, 'UTC'), duration, 'UTC').slice(0, 'yyyy-mm-dd'.length);

/** The last day of the next look at the label; undefined of what is no protocol, or not in force yet. */
export function nextLabelCheck({
  type,
  nextLabelCheck: said,
  labelCheckedOn,
  effectiveFrom,
}: Watched): string | undefined {
  if (type !== 'protocol') return undefined;
  const last = labelCheckedOn ?? effectiveFrom;
  return said ?? (last === undefined ? undefined : later(last, EVERY));
}

/** Somebody read a label that the protocol does not follow. */
export const isNewer = ({ labelRead, labelRevision }: Pick<LabelWatch, 'labelRead' | 'labelRevision'>): boolean =>
  labelRead !== undefined && labelRead !== labelRevision;

/** What is to be done of a protocol by which day. None of it closes a gate: a label that nobody looked for has not changed by that. */
export function labelTasks(watched: Watched): NonNullable<EntryStanding['due']> {
  const next = nextLabelCheck(watched);
  const { labelCheckedOn: read } = watched;
  return [
    ...(next === undefined ? [] : [{ what: 'label check', on: next }]),
    ...(read === undefined || !isNewer(watched)
      ? []
      : [{ what: 'change for a newer label', on: daysLater(read, CHANGE_WITHIN_DAYS) }]),
  ];
}

/** Why a label watch cannot stand so after how it stood before; null when it can. */
export function labelMisfit(now: Watched, before: Watched | undefined, isApproved: boolean): string | null {
  const given = FIELDS.find((field) => now[field] !== undefined);
  if (now.type !== 'protocol')
    return given === undefined ? null : `${given}: got one of type ${now.type}, expected none but of type protocol`;
  const { labelCheckedOn: read, effectiveFrom, nextLabelCheck: next } = now;
  const missing = read === undefined ? undefined : OF_A_CHECK.find((field) => now[field] === undefined);
  const from = read ?? effectiveFrom;
  const latest = from === undefined ? undefined : later(from, AT_MOST);
  return firstOf(
    missing === undefined ? null : `${missing}: got none, expected one beside labelCheckedOn`,
    before?.labelCheckedOn !== undefined && (read === undefined || read < before.labelCheckedOn)
      ? `labelCheckedOn: got ${read ?? 'none'}, expected not before ${before.labelCheckedOn}, when it was last read`
      : null,
    isApproved && before?.labelRevision !== undefined && now.labelRevision !== before.labelRevision
      ? 'labelRevision: got another than before, expected the same: it was approved so, and another is a new version'
      : null,
    next !== undefined && latest !== undefined && next > latest
      ? `nextLabelCheck: got ${next}, expected ${latest} or earlier (${AT_MOST} after ${from})`
      : null,
    next !== undefined &&
      before?.nextLabelCheck !== undefined &&
      next > before.nextLabelCheck &&
      read === before.labelCheckedOn
      ? `nextLabelCheck: got ${next} after ${before.nextLabelCheck}, expected a look at the label (labelCheckedOn) that puts it off`
      : null,
  );
}
