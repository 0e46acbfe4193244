import type { PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import type { WritableStaffRegister } from '../../lambdas/adapters/dynamo-staff-register.ts';
import { type CsvRow, readCsv } from '../../lambdas/domain/csv.ts';
import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { StaffChange, Stated } from '../../lambdas/domain/staff/staff-change.ts';
import { Trouble } from '../cli/trouble.ts';
import { KeptRegister, type Wanted } from './keep-register.ts';
import { leave, leaving } from './leave.ts';
import { NEEDED_COLUMNS, OTHER_COLUMNS, readRow } from './staff-row.ts';

export interface RowResult {
  readonly line: number;
  readonly id: string;
  /** What it changed or, in a dry run, would change; undefined where nothing. */
  readonly outcome: Outcome<StaffChange | undefined>;
}

interface Importing {
  readonly register: WritableStaffRegister;
  readonly passkeys: Pick<PasskeyRegister, 'of' | 'revoke'>;
  readonly stated: Stated;
  readonly dryRun: boolean;
}

/**
 * Joiners, changes and leavers from a CSV file. A row that is refused keeps back no other: whoever leaves must not stay because
 * another row is wrong. Who is not in the file stays as they are; the same file again changes nothing.
 */
export async function importCsv(importing: Importing, file: string, text: string): Promise<readonly RowResult[]> {
  const csv = readCsv(text);
  if (!csv.ok) throw new Trouble(`${file}: ${csv.problem}`);
  const missing = NEEDED_COLUMNS.filter((column) => !csv.columns.includes(column));
  const unknown = csv.columns.filter(
    (column) => ![...NEEDED_COLUMNS, ...OTHER_COLUMNS].some((known) => known === column),
  );
  if (missing.length > 0)
    throw new Trouble(`${file}: columns ${missing.join(', ')}: expected in the first line, got none`);
  if (unknown.length > 0)
    throw new Trouble(
      `${file}: columns ${unknown.join(', ')}: expected none but ${[...NEEDED_COLUMNS, ...OTHER_COLUMNS].join(', ')}`,
    );
  const kept = new KeptRegister(importing.register);
  const results: RowResult[] = [];
  for (const row of csv.rows) {
    const id = row.values.id ?? '';
    const before = results.find((result) => result.id === id);
    const outcome =
      before === undefined
        ? await importRow(importing, kept, row, csv.rows)
        : refuse('invalid', `id ${id}: stands in line ${before.line} too; expected one row for each person`);
    results.push({ line: row.line, id, outcome });
  }
  return results;
}

async function importRow(
  { register, passkeys, stated, dryRun }: Importing,
  kept: KeptRegister,
  row: CsvRow,
  rows: readonly CsvRow[],
): Promise<Outcome<StaffChange | undefined>> {
  const entry = await register.entry(row.values.id ?? '');
  const means = readRow(row, entry);
  if (!means.ok) return means;
  if (means.value.leaves) {
    const wanted = await leaving(register, means.value.id, stated);
    if (!wanted.ok) return wanted;
    return dryRun ? kept.plan(wanted.value) : leave(kept, passkeys, wanted.value);
  }
  const wanted: Wanted = { member: means.value.member, stated };
  const checked = await checkedBySomebody(register, wanted, rows);
  if (!checked.ok) return checked;
  return dryRun ? kept.plan(wanted) : kept.change(wanted);
}

/** Whoever checked an identity is another person, of the register or of the same file. */
async function checkedBySomebody(
  register: WritableStaffRegister,
  { member: { id, identity } }: Wanted,
  rows: readonly CsvRow[],
): Promise<Outcome<undefined>> {
  if (identity === undefined) return ok(undefined);
  const { checkedBy } = identity;
  if (checkedBy === id) return refuse('invalid', `checked_by: got ${id} themselves, expected another person`);
  if (rows.some(({ values }) => values.id === checkedBy) || (await register.find(checkedBy)) !== undefined) {
    return ok(undefined);
  }
  return refuse(
    'invalid',
    `checked_by: ${checkedBy} is neither in the register nor in this file; expected a person who is`,
  );
}
