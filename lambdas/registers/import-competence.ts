import { type CompetenceRecord, competenceRecord } from '../domain/competence/competence.ts';
import { recordCompetence } from '../domain/competence/record-competence.ts';
import { type CsvRow, columnsMisfit, readCsv } from '../domain/csv.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { CompetenceRegister, StaffDirectory } from '../domain/ports.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { askedOnce } from '../domain/staff/asked-once.ts';
import { keepersAt } from '../domain/staff/keepers-at.ts';
import type { Stated } from '../domain/staff/staff-change.ts';
import { mayNotChange } from '../domain/staff/who-may-change.ts';

const NEEDED = [
  'person',
  'task',
  'training',
  'observed',
  'required',
  'assessor',
  'assessed_on',
  'valid_until',
] as const;
const OTHER = ['theory_score', 'procedure', 'version'] as const;

export interface Importing {
  readonly staff: Pick<StaffDirectory, 'find' | 'holding'>;
  readonly competence: CompetenceRegister;
  readonly stated: Stated;
  /** User id of who says so of whom `stated.by` is: nobody keeps their own. */
  readonly ofThemselves?: string | undefined;
  /** Of people of this site alone; without it of any. */
  readonly site?: string | undefined;
  /** IANA time zone of a site. */
  zoneOf(site: string): string;
  readonly dryRun: boolean;
}

export interface CompetenceRow {
  readonly line: number;
  readonly person: string;
  readonly outcome: Outcome<'recorded' | 'as it was'>;
}

/**
 * Assessments from a CSV file of the site's training system. A row that is refused keeps back no other, and one that is in the
 * register already changes nothing. Refused as a whole where its columns are others.
 */
export async function importCompetence(importing: Importing, text: string): Promise<Outcome<readonly CompetenceRow[]>> {
  const csv = readCsv(text);
  if (!csv.ok) return refuse('invalid', csv.problem);
  const misfit = columnsMisfit(csv.columns, { needed: NEEDED, known: [...NEEDED, ...OTHER] });
  if (misfit !== null) return refuse('invalid', misfit);
  /** What is recorded of each person, and by rows before, in a dry run too. */
  const planned = new Map<string, readonly CompetenceRecord[]>();
  const once = { ...importing, staff: askedOnce(importing.staff) };
  const results: CompetenceRow[] = [];
  for (const row of csv.rows) {
    const person = userId(row.values.person ?? '');
    results.push({ line: row.line, person, outcome: await importRow(once, planned, person, row) });
  }
  return ok(results);
}

async function importRow(
  { staff, competence, zoneOf, dryRun, ...importing }: Importing,
  planned: Map<string, readonly CompetenceRecord[]>,
  person: string,
  row: CsvRow,
): Promise<Outcome<'recorded' | 'as it was'>> {
  if (row.surplus !== 0) return refuse('invalid', `got ${row.surplus} more fields than columns, expected as many`);
  const member = await staff.find(person);
  if (member === undefined)
    return refuse('invalid', `person: got ${person}, expected somebody in the register of staff`);
  const { site } = member;
  if (importing.site !== undefined && site !== importing.site)
    return refuse('invalid', `person: got ${person}, expected somebody of ${importing.site}`);
  const { ofThemselves: other } = importing;
  const isOwn = person === importing.stated.by && other !== undefined;
  const stated = isOwn ? { ...importing.stated, by: other } : importing.stated;
  const before = planned.get(person) ?? (await competence.of(person));
  const raw = recordIn(row, stated);
  const parsed = competenceRecord().safeParse(raw);
  // Also of what was taken back since: the export of a training system goes on listing it.
  if (parsed.success && isKnown(before, parsed.data)) return ok('as it was');
  const given = recordCompetence(raw, { person, before, zone: zoneOf(site) });
  if (!given.ok) return given;
  const record = given.value;
  const refusal =
    mayNotChange({ id: person, by: stated.by, site }, await keepersAt(staff, site)) ??
    (await assessorUnknown(staff, record));
  if (refusal !== null) return { ok: false, refusal };
  planned.set(person, [...before, record]);
  if (dryRun) return ok('recorded');
  const kept = await competence.keep(person, record);
  return kept.ok ? ok('recorded') : kept;
}

/** A blank cell is none; what is no number is refused as such. */
const numberIn = (cell: string | undefined): number | string | undefined =>
  cell === undefined || cell === '' ? undefined : /^\d+$/.test(cell) ? Number(cell) : cell;

function recordIn({ values }: CsvRow, { by, why, at }: Stated): unknown {
  const score = numberIn(values.theory_score);
  const { procedure: id = '', version = '' } = values;
  return {
    what: 'assessed',
    task: values.task,
    training: values.training,
    ...(id === '' && version === '' ? {} : { procedure: { id, version } }),
    ...(score === undefined ? {} : { theoryScore: score }),
    observed: numberIn(values.observed),
    required: numberIn(values.required),
    assessor: userId(values.assessor ?? ''),
    assessedOn: values.assessed_on,
    validUntil: values.valid_until,
    by,
    why,
    at,
  };
}

const isKnown = (before: readonly CompetenceRecord[], record: CompetenceRecord): boolean =>
  before.some(
    (one) =>
      one.what === 'assessed' &&
      record.what === 'assessed' &&
      one.task === record.task &&
      one.training === record.training &&
      one.procedure?.id === record.procedure?.id &&
      one.procedure?.version === record.procedure?.version &&
      one.assessedOn === record.assessedOn &&
      one.validUntil === record.validUntil,
  );

async function assessorUnknown(staff: Pick<StaffDirectory, 'find'>, record: CompetenceRecord) {
  if (record.what !== 'assessed' || (await staff.find(record.assessor)) !== undefined) return null;
  const message = `assessor: got ${record.assessor}, expected somebody in the register of staff`;
  return refuse('invalid', message).refusal;
}
