import { hashOf } from '../audit/hash.ts';
import { dateOf, daysLater } from '../calendar/local-time.ts';
import { documentVersion } from '../registers/document-version.ts';
import { type EntryStanding, sinceOf } from '../registers/standing.ts';
import { latest, startOfPrintedDay } from '../time.ts';
import { type Curricula, type Curriculum, type CurriculumTask, curriculaOf, groupOf } from './curricula.ts';
import { type Asked, ofProcedure, type Trained } from './curriculum.ts';
import { competentBy } from './judge-competence.ts';
import type { Task } from './tasks.ts';
import { newerThanTrained } from './trained-in.ts';

/** One thing that somebody is to be trained in. */
export interface TrainingItem {
  /** Missing where it is a label that is read, whatever is done by it. */
  readonly task?: Task;
  readonly protocol?: string;
  /** What is read: a procedure, whatever its version, or one document. */
  readonly read?: string;
  /** Percent that a written test takes. */
  readonly test?: number;
  /** How often it is done under observation; 0 where the assessor says how often. */
  readonly observed?: number;
}

/** Something that somebody has to be trained in from now on, told once. */
export interface CurriculumNews {
  /** The same for as long as it is the same assignment of this person. */
  readonly key: string;
  readonly because: 'joined' | 'version' | 'label';
  /** What it is about, where that is a document: as its register calls it. */
  readonly document?: string;
  /** User id or role of who sees to it. */
  readonly lead: string;
  /** The day by which it is done; missing where nobody knows yet. */
  readonly by?: string;
  readonly items: readonly TrainingItem[];
}

const USUAL_LEAD = 'programme-lead';
const USUAL_DAYS = 30;
/** A label that changed longer ago is known: curricula taken over whole tell nobody of years past. */
const TOLD_AFTERWARDS = 30;

/**
 * All that somebody is to be trained in by the curricula of what they are: what they were never assessed in, versions of procedures that
 * they have not read, and revisions of labels. What merely ends some day is told by the ladder of renewals.
 */
export const curriculumNews = (member: Trained, all: Curricula, asked: Asked): readonly CurriculumNews[] => {
  const own = curriculaOf(member, all);
  const versions = versionsToRead(member, own, asked);
  const told = new Set(versions.map(({ key }) => key));
  return [...joined(member, own, asked), ...versions, ...labelsToRead(own, asked).filter(({ key }) => !told.has(key))];
};

const leadOf = ({ lead = USUAL_LEAD }: Curriculum): string => lead;

/** Another curriculum of the same group is another assignment, of what is still open of it. */
function joined({ competence }: Trained, own: Curricula, { at, zone }: Asked): readonly CurriculumNews[] {
  const byGroup = Map.groupBy(own, (one) => JSON.stringify([groupOf(one), leadOf(one)]));
  return [...byGroup.values()].flatMap((those): readonly CurriculumNews[] => {
    const [first] = those;
    const open = those.flatMap(({ protocol, tasks }) =>
      tasks.filter((one) => Object.keys(ofProcedure(competence, one)).length === 0).map((one) => itemOf(one, protocol)),
    );
    if (first === undefined || open.length === 0) return [];
    const days = Math.min(...those.map(({ withinDays = USUAL_DAYS }) => withinDays));
    // Who else is of a unit is no part of what one of them is trained in.
    const same = those.map((one) => [groupOf(one), one.protocol ?? null, one.tasks]);
    return [
      {
        ...{ key: keyOf('joined', same), because: 'joined', lead: leadOf(first), items: open },
        by: daysLater(dateOf(at, zone), days),
      },
    ];
  });
}

const itemOf = (
  { task, procedure, test, observed = 0 }: CurriculumTask,
  protocol: string | undefined,
): TrainingItem => ({
  task,
  ...(protocol === undefined ? {} : { protocol }),
  ...(procedure === undefined ? {} : { read: procedure }),
  ...(test === undefined ? {} : { test }),
  observed,
});

/** Versions in force, to come or approved that somebody who is competent now has to read to stay so. */
function versionsToRead(member: Trained, own: Curricula, asked: Asked): readonly CurriculumNews[] {
  const { entries } = asked.readiness;
  const found = own.flatMap((curriculum) =>
    curriculum.tasks.flatMap((one) =>
      entries
        .filter((entry) => isOfProcedure(entry, one.procedure) && hasToRead(member, one, entry, asked))
        .map((entry) => ({ curriculum, entry, one })),
    ),
  );
  return [...Map.groupBy(found, ({ entry }) => entry).values()].flatMap((those): readonly CurriculumNews[] => {
    const [first] = those;
    if (first === undefined) return [];
    const { entry, curriculum } = first;
    const items = those.map(({ one, curriculum: { protocol } }) => ({
      task: one.task,
      ...(protocol === undefined ? {} : { protocol }),
      read: entry.name,
    }));
    return [newsOf('version', entry, leadOf(curriculum), items, asked)];
  });
}

const isOfProcedure = ({ register, serves = [], closedBecause, announced }: EntryStanding, id: string | undefined) =>
  id !== undefined &&
  register === 'documents' &&
  serves.includes(id) &&
  (closedBecause === undefined || announced === true);

function hasToRead({ competence }: Trained, one: CurriculumTask, entry: EntryStanding, { at, zone, readiness }: Asked) {
  const known = ofProcedure(competence, one);
  const { task, procedure: id = '' } = one;
  const standing = competentBy(known, { task, at, zone });
  if (standing === undefined) return false;
  if (entry.announced === true) {
    const versions = [standing.procedure?.version, ...(standing.read ?? []).map(({ version }) => version)];
    return !versions.some((version) => entry.serves?.includes(documentVersion(id, version ?? '')) === true);
  }
  const since = sinceOf(entry);
  const then = { task, at: since === '' ? at : latest(at, startOfPrintedDay(since, zone)), zone };
  const until = competentBy(known, then);
  const isLost = until !== undefined && competentBy(known, { ...then, readiness }) === undefined;
  return isLost && newerThanTrained(until, { ...then, readiness })?.inForce === entry.name;
}

/** Revisions of a label, of the products of somebody's curricula, that are new or to come. */
function labelsToRead(own: Curricula, asked: Asked): readonly CurriculumNews[] {
  const oldest = daysLater(dateOf(asked.at, asked.zone), -TOLD_AFTERWARDS);
  const products = new Map(own.flatMap((one) => (one.protocol === undefined ? [] : [[one.protocol, one] as const])));
  return [...products].flatMap(([protocol, curriculum]) =>
    asked.readiness.entries
      .filter((entry) => isLabelOf(entry, protocol) && (entry.announced === true || sinceOf(entry) >= oldest))
      .map((entry) => newsOf('label', entry, leadOf(curriculum), [{ protocol, read: entry.name }], asked)),
  );
}

const isLabelOf = (
  { register, serves = [], closedBecause, announced, procedure }: EntryStanding,
  protocol: string,
): boolean =>
  register === 'documents' &&
  procedure === undefined &&
  (closedBecause === undefined || announced === true) &&
  serves.some((one) => one.startsWith(`${protocol}/`));

/** Read on the day before it counts; what counts already, today. */
function newsOf(
  because: 'version' | 'label',
  entry: EntryStanding,
  lead: string,
  items: readonly TrainingItem[],
  { at, zone }: Asked,
): CurriculumNews {
  const today = dateOf(at, zone);
  const since = sinceOf(entry);
  const by = since > today ? daysLater(since, -1) : today;
  const isOpen = since === '' && entry.announced === true;
  return {
    ...{ key: keyOf('document', [entry.id]), because, document: entry.name, lead, items },
    ...(isOpen ? {} : { by }),
  };
}

const keyOf = (what: string, of: readonly unknown[]): string => `${what}-${hashOf(of).slice(0, 16)}`;
