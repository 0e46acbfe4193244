import { daysLater } from '../calendar/local-time.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import { sinceOf } from '../registers/standing.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import type { StaffCompetence } from './competence.ts';
import { type Curricula, type CurriculumTask, curriculaOf } from './curricula.ts';
import { competentBy, judgeCompetence } from './judge-competence.ts';
import type { Task } from './tasks.ts';

export interface Asked {
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  readonly readiness: SiteReadiness;
}

export interface Assignment {
  readonly task: Task;
  readonly protocol?: string | undefined;
  readonly what: 'assessed' | 'read';
  /** The last day on which they are competent without it; undefined where they are not now. */
  readonly lastDay?: string;
  /** Why now, or before which version. */
  readonly why: string;
}

/** What of a member of staff says what they are to be trained in. */
export interface Trained {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly competence?: StaffCompetence | undefined;
}

/** In what somebody is to be trained by the curricula of their roles, and by when: what they are competent in ends some day too. */
export function assignments(member: Trained, all: Curricula, asked: Asked): readonly Assignment[] {
  const { competence } = member;
  const own = curriculaOf(member, all).flatMap(({ protocol, tasks }) => tasks.map((one) => ({ protocol, ...one })));
  const once = new Map(own.map((one) => [JSON.stringify([one.protocol, one.task, one.procedure]), one]));
  return [...once.values()].map((one) => ({
    task: one.task,
    ...(one.protocol === undefined ? {} : { protocol: one.protocol }),
    ...assigned(ofProcedure(competence, one), one.task, asked),
  }));
}

/** Of the assessments in a task those by the procedure of the curriculum. */
export const ofProcedure = (
  competence: StaffCompetence | undefined,
  { task, procedure }: CurriculumTask,
): StaffCompetence => {
  const known = (competence?.[task] ?? []).filter((one) => procedure === undefined || one.procedure?.id === procedure);
  return known.length === 0 ? {} : { [task]: known };
};

function assigned(competence: StaffCompetence, task: Task, asked: Asked): Pick<Assignment, 'what' | 'lastDay' | 'why'> {
  const { at, zone, readiness } = asked;
  const found = competentBy(competence, { task, at, zone, readiness });
  if (found === undefined) {
    const isOfVersion = competentBy(competence, { task, at, zone }) !== undefined;
    return { what: isOfVersion ? 'read' : 'assessed', why: whyNot(competence, { task, at, zone, readiness }) };
  }
  for (const from of majorDays(readiness, found.procedure?.id)) {
    const then = { task, at: startOfPrintedDay(from, zone), zone };
    const isLost = then.at > at && competentBy(competence, { ...then, readiness }) === undefined;
    if (isLost && competentBy(competence, then) !== undefined) {
      return { what: 'read', lastDay: daysLater(from, -1), why: whyNot(competence, { ...then, readiness }) };
    }
  }
  return { what: 'assessed', lastDay: found.validUntil, why: found.training };
}

function whyNot(competence: StaffCompetence, asked: Parameters<typeof judgeCompetence>[1]): string {
  const verdict = judgeCompetence(competence, asked);
  return verdict.status === 'open' ? '' : verdict.reason;
}

/** Days from which major revisions of a procedure count, oldest first. */
const majorDays = ({ entries }: SiteReadiness, id: string | undefined): readonly string[] =>
  entries
    .filter(({ register, serves = [], majorRevision }) => {
      const isOfIt = id !== undefined && register === 'documents' && serves.includes(id);
      return isOfIt && majorRevision === true;
    })
    .map(sinceOf)
    .filter((day) => day !== '')
    .toSorted();
