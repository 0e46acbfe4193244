import { closed, OPEN, unknown, type Verdict } from '../gates/gate.ts';
import { documentVersion } from '../registers/document-version.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import type { StaffCompetence, Standing } from './competence.ts';
import type { Task } from './tasks.ts';
import { newerThanTrained } from './trained-in.ts';

interface Asked {
  readonly task: Task;
  /** When it is, or was, done. */
  readonly at: Instant;
  /** IANA time zone of the site. */
  readonly zone: string;
  /** How the documents of the site stood then, where an assessment names a procedure. */
  readonly readiness?: SiteReadiness | undefined;
}

/** The assessment under which somebody may do a task at an instant; undefined when there is none. */
export const competentBy = (competence: StaffCompetence | undefined, asked: Asked): Standing | undefined =>
  (competence?.[asked.task] ?? []).find((one) => counts(one, asked) && newerThanTrained(one, asked) === undefined);

const endOfPrintedDay = (day: string, zone: string): Instant => plus(startOfPrintedDay(day, zone), 'P1D', zone);

const counts = ({ assessedOn, validUntil, revokedAt }: Standing, { at, zone }: Asked): boolean =>
  startOfPrintedDay(assessedOn, zone) <= at &&
  at < endOfPrintedDay(validUntil, zone) &&
  (revokedAt === undefined || at < revokedAt);

/** Whether somebody is competent in a task, with what whoever reads it can do about it. Names nobody: the register does. */
export function judgeCompetence(competence: StaffCompetence | undefined, asked: Asked): Verdict {
  if (competentBy(competence, asked) !== undefined) return OPEN;
  const { task, at, zone } = asked;
  const [newest, ...others] = competence?.[task] ?? [];
  const ask = 'Another person who is competent can sign, or the assessor records a new assessment.';
  if (newest === undefined) return unknown(`Competence in ${task}: none is recorded. ${ask}`);
  for (const one of [newest, ...others]) {
    const newer = counts(one, asked) ? newerThanTrained(one, asked) : undefined;
    if (newer === undefined) continue;
    const { known, inForce, since } = newer;
    return closed(
      `Competence in ${task}: trained in ${documentVersion(known.id, known.version)}; ${inForce} is in force since ${since}, a major revision: it is read and understood, or assessed anew, first. ${ask}`,
    );
  }
  if (newest.revokedAt !== undefined && newest.revokedAt <= at) {
    return closed(`Competence in ${task}: revoked ${newest.revokedAt}. ${ask}`);
  }
  if (at < startOfPrintedDay(newest.assessedOn, zone)) {
    return closed(`Competence in ${task}: assessed ${newest.assessedOn}, after this was done (${at}).`);
  }
  return closed(`Competence in ${task}: lapsed after ${newest.validUntil} (${newest.training}). ${ask}`);
}
