import { dateOf, daysLater } from '../calendar/local-time.ts';
import type { StaffMember } from '../ports.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import { sinceOf } from '../registers/standing.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import { competentBy } from './judge-competence.ts';
import type { Task } from './tasks.ts';

/** How many people a site keeps competent in a task, as the readiness of a product says. */
export interface Headcount {
  readonly task: Task;
  readonly people: number;
}

/** From a day on fewer people are competent in a task than the site keeps. */
export interface ShortHeadcount {
  /** The first such day; undefined where it is so already. */
  readonly from?: string;
  readonly have: number;
  /** User ids of those who were competent until then and are not from then on: whose assessment ends, or who has a new version to read. */
  readonly because: readonly string[];
}

export interface HeadcountStanding {
  readonly task: Task;
  readonly need: number;
  /** How many are competent now. */
  readonly have: number;
  readonly short?: ShortHeadcount;
}

interface Asked {
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  readonly readiness: SiteReadiness;
}

/** As far ahead as the ladder of renewals tells of anything. */
const AHEAD_DAYS = 90;

type Person = Pick<StaffMember, 'id' | 'active' | 'competence'>;

/** Whether enough people of a site are competent in each task, now and for the days ahead by what is known today. */
export const headcountStanding = (
  staff: readonly Person[],
  headcount: readonly Headcount[],
  asked: Asked,
): readonly HeadcountStanding[] =>
  headcount.map(({ task, people: need }) => {
    const now = competentAt(staff, task, asked.at, asked);
    const short = now.length < need ? { have: now.length, because: lost(staff, task, now) } : nextShort();
    return { task, need, have: now.length, ...(short === undefined ? {} : { short }) };

    function nextShort(): ShortHeadcount | undefined {
      let before = now;
      for (const from of daysOfChange(staff, task, asked)) {
        const then = competentAt(staff, task, startOfPrintedDay(from, asked.zone), asked);
        if (then.length < need) return { from, have: then.length, because: before.filter((id) => !then.includes(id)) };
        before = then;
      }
      return undefined;
    }
  });

function competentAt(staff: readonly Person[], task: Task, at: Instant, { zone, readiness }: Asked): readonly string[] {
  return staff
    .filter(({ active, competence }) => active && competentBy(competence, { task, at, zone, readiness }) !== undefined)
    .map(({ id }) => id);
}

/** Who was assessed in it once, and is not competent now. */
const lost = (staff: readonly Person[], task: Task, now: readonly string[]): readonly string[] =>
  staff
    .filter(({ id, active, competence }) => active && competence?.[task] !== undefined && !now.includes(id))
    .map(({ id }) => id);

/** Days ahead on which somebody stops to be competent, oldest first: after an assessment, or with a version of a procedure. */
function daysOfChange(staff: readonly Person[], task: Task, { at, zone, readiness }: Asked): readonly string[] {
  const today = dateOf(at, zone);
  const last = daysLater(today, AHEAD_DAYS);
  const ends = staff.flatMap(({ competence }) =>
    (competence?.[task] ?? []).map(({ validUntil }) => daysLater(validUntil, 1)),
  );
  const begins = readiness.entries.filter(({ majorRevision }) => majorRevision === true).map(sinceOf);
  return [...new Set([...ends, ...begins])].filter((day) => day > today && day <= last).toSorted();
}
