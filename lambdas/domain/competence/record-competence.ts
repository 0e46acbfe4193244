import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { userId } from '../sign-off/user-id.ts';
import { startOfDay, startOfPrintedDay } from '../time.ts';
import {
  type CompetenceRecord,
  competenceAt,
  competenceRecord,
  type Read,
  type StaffCompetence,
} from './competence.ts';

interface Entering {
  /** User id of whose competence it is. */
  readonly person: string;
  /** Everything recorded of them so far. */
  readonly before: readonly CompetenceRecord[];
  /** IANA time zone of the site. */
  readonly zone: string;
}

const invalid = (message: string): Outcome<never> => refuse('invalid', `Competence: ${message}`);

/** A record as it may go into the register; refused with what of it cannot be so. */
export function recordCompetence(
  given: unknown,
  { person, before: records, zone }: Entering,
): Outcome<CompetenceRecord> {
  const parsed = competenceRecord().safeParse(given);
  if (!parsed.success) return invalid(z.prettifyError(parsed.error));
  const record = parsed.data;
  const before = competenceAt(records, record.at);
  if (userId(record.by) === userId(person)) return invalid('by: got the person themselves, expected another');
  if (record.what === 'revoked') {
    return (before[record.task] ?? []).some(({ revokedAt }) => revokedAt === undefined)
      ? ok(record)
      : invalid(`${record.task}: got a revocation, expected an assessment that still counts`);
  }
  if (record.what === 'read') return recordRead(record, before, zone);
  const { assessor, assessedOn, validUntil, observed, required, at } = record;
  if (userId(assessor) === userId(person)) return invalid('assessor: got the person themselves, expected another');
  if (observed < required) return invalid(`observed: got ${observed}, expected ${required} or more`);
  if (validUntil < assessedOn) return invalid(`validUntil: got ${validUntil}, expected not before ${assessedOn}`);
  const revokedAt = (before[record.task] ?? [])
    .flatMap((one) => one.revokedAt ?? [])
    .toSorted()
    .at(-1);
  if (revokedAt !== undefined && startOfPrintedDay(assessedOn, zone) < startOfDay(revokedAt, zone)) {
    return invalid(`assessedOn: got ${assessedOn}, expected a day since it was revoked (${revokedAt})`);
  }
  return startOfPrintedDay(assessedOn, zone) > at
    ? invalid(`assessedOn: got ${assessedOn}, expected not after today`)
    : ok(record);
}

/** What is read adds to an assessment in the same procedure, and takes the place of none. */
function recordRead(record: Read, before: StaffCompetence, zone: string): Outcome<CompetenceRecord> {
  const { task, readOn, at } = record;
  const { id, version } = record.procedure;
  const trained = (before[task] ?? []).filter(
    ({ procedure, revokedAt }) => procedure?.id === id && revokedAt === undefined,
  );
  if (trained.length === 0) {
    return invalid(`procedure: got ${id}, expected one that an assessment in ${task} names that was not revoked`);
  }
  if (trained.every(({ procedure }) => procedure?.version === version)) {
    return invalid(`procedure: got version ${version}, expected another than that of the assessment`);
  }
  return startOfPrintedDay(readOn, zone) > at ? invalid(`readOn: got ${readOn}, expected not after today`) : ok(record);
}
