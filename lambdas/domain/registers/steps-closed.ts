import type { JourneySummary, OpenStepLine } from '../journey/summary.ts';
import { registerGatesIn } from '../sign-off/registers-asked.ts';
import { steps } from '../steps/index.ts';
import type { Instant } from '../time.ts';
import { entriesOf, entryOf, type SiteReadiness } from './site-readiness.ts';
import type { EntryStanding } from './standing.ts';
import { type Asked, closesAt, whyNot } from './why-not.ts';

/** What of which entry has lapsed. */
interface Lapsed {
  readonly what: EntryStanding['register'];
  readonly entry: { readonly id: string; readonly part: string };
}

/** An open step of a journey. */
interface Waiting {
  readonly protocol: JourneySummary['protocol'];
  readonly line: OpenStepLine;
}

/** Of these an entry is named when a step is signed, and nobody knows before which it will be. */
const NAMED_WHEN_SIGNED = ['equipment', 'shippers'];

/**
 * Whether an open step is, or by its deadline will be, closed by what has lapsed of an entry: one of its gates asks that entry, or one
 * that rests on it, and no other may be used in its place. A step that asks for a device of the register may be signed with another.
 */
export function isClosedBy(
  { what, entry: { id, part } }: Lapsed,
  { protocol, line }: Waiting,
  readiness: SiteReadiness,
  asked: Asked,
): boolean {
  const lapsed = entryOf(readiness, what, id);
  const count = lapsed?.counts.find((one) => one.what === part);
  if (lapsed === undefined || count?.until === undefined) return false;
  const signed: Instant = line.dueAt > asked.at ? line.dueAt : asked.at;
  if (signed < closesAt(count.until, count.grace, asked.zone)) return false;
  return needs({ protocol, line }, lapsed, readiness, { ...asked, at: signed });
}

/** Whether an open step is, or by its deadline will be, closed while an entry may not be used, such as one in quarantine. */
export function isClosedWithout(
  entry: Pick<EntryStanding, 'register' | 'id'>,
  waiting: Waiting,
  readiness: SiteReadiness,
  asked: Asked,
): boolean {
  const closedBecause = 'not to be used';
  const entries = readiness.entries.map((one) =>
    one.register === entry.register && one.id === entry.id ? { ...one, closedBecause } : one,
  );
  const without = { ...readiness, entries };
  const closed = entryOf(without, entry.register, entry.id);
  return closed !== undefined && needs(waiting, closed, without, asked);
}

/** @param entry one that may not be used */
function needs({ protocol, line }: Waiting, entry: EntryStanding, readiness: SiteReadiness, asked: Asked): boolean {
  const gates = registerGatesIn(line.step).flatMap(({ registers = [] }) => registers);
  if (NAMED_WHEN_SIGNED.includes(entry.register) && gates.includes(entry.register)) return true;
  return (
    gates.some((register) => isWithout(entry, serving(readiness, register, [protocol]), readiness, asked)) ||
    (asksProcedure(line) &&
      isWithout(entry, serving(readiness, 'documents', [line.step, line.phase]), readiness, asked))
  );
}

/** The procedure beside a form is asked of what authorises. */
const asksProcedure = ({ step }: OpenStepLine): boolean =>
  Object.values(steps[step].decisions).some(({ kind }) => kind === 'authorise');

const serving = (
  { entries }: SiteReadiness,
  register: EntryStanding['register'],
  what: readonly string[],
): readonly EntryStanding[] =>
  entries.filter((one) => one.register === register && (one.serves ?? []).some((served) => what.includes(served)));

/** None of them may be used, and one rests on what has lapsed. */
const isWithout = (
  lapsed: EntryStanding,
  all: readonly EntryStanding[],
  readiness: SiteReadiness,
  asked: Asked,
): boolean =>
  all.some((one) => restsOn(one, lapsed, readiness, [])) &&
  all.every((one) => whyNot(readiness, one, asked) !== undefined);

const restsOn = (
  one: EntryStanding,
  other: EntryStanding,
  readiness: SiteReadiness,
  above: readonly EntryStanding[],
): boolean =>
  one === other ||
  (one.restsOn ?? [])
    .flatMap(({ register, id }) => entriesOf(readiness, register, id))
    .some((below) => !above.includes(below) && restsOn(below, other, readiness, [...above, one]));
