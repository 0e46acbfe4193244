import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { RegisterDefinition } from '../../lambdas/domain/registers/definition.ts';
import { registers } from '../../lambdas/domain/registers/index.ts';
import type { Keeping } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { Trouble } from '../cli/trouble.ts';
import { type CsvRow, readCsv } from '../staff/csv.ts';
import { type EntryKeeping, keepEntries, type Wanted } from './keep-entry.ts';

export interface RowOutcome {
  readonly line: number;
  readonly id: string;
  readonly outcome: Outcome<'recorded' | 'as it was'>;
}

/** Who imports, for which site, and where the rows come from when another system is their master. */
export interface Importing extends EntryKeeping {
  readonly stated: Pick<Keeping, 'site' | 'by' | 'why' | 'at' | 'second'>;
  readonly mirror?: { readonly system: string; readonly asOf: Instant } | undefined;
}

/** The register whose columns these are; of none or of several the name has to be given. */
export function registerOfColumns(text: string): RegisterDefinition | undefined {
  const columns = columnsIn(text).filter((column) => column !== 'id');
  const fitting = Object.values(registers).filter((one) => columns.every((column) => one.columns.includes(column)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

export function columnsIn(text: string): readonly string[] {
  const csv = readCsv(text);
  return csv.ok ? csv.columns : [];
}

/** Entries from a CSV file, one in each row. A row that is refused keeps back no other; what is known already changes nothing. */
export async function importRows(
  importing: Importing,
  definition: RegisterDefinition,
  file: string,
  text: string,
): Promise<readonly RowOutcome[]> {
  const csv = readCsv(text);
  if (!csv.ok) throw new Trouble(`${file}: ${csv.problem}`);
  const strange = csv.columns.filter((column) => column !== 'id' && !definition.columns.includes(column));
  if (!csv.columns.includes('id')) throw new Trouble(`${file}: columns: got none named id, expected it`);
  if (strange.length > 0) {
    throw new Trouble(
      `${file}: columns: got ${strange.join(', ')}, expected none but id, ${definition.columns.join(', ')}`,
    );
  }
  const rows = csv.rows.map(({ line, values, surplus }) => ({
    line,
    surplus,
    ...wantedIn(importing, definition, values),
  }));
  const { registers, stated } = importing;
  const known = await registers.records(stated.site);
  const kept = await keepEntries(importing, stated.site, rows.filter(isWhole), known);
  const outcomes = kept.values();
  return rows.map((row) => ({
    line: row.line,
    id: row.given.id,
    outcome: isWhole(row) ? said(outcomes.next().value) : surplusOf(row),
  }));
}

interface Row extends Wanted {
  readonly line: number;
  /** Fields beyond the columns. */
  readonly surplus: number;
}

const isWhole = ({ surplus }: Row): boolean => surplus === 0;

const surplusOf = ({ surplus }: Row): Outcome<never> =>
  refuse('invalid', `got ${surplus} more fields than columns, expected as many`);

const said = (kept: Outcome<RegisterRecord | null> | undefined): RowOutcome['outcome'] =>
  kept === undefined || (kept.ok && kept.value === null) ? ok('as it was') : kept.ok ? ok('recorded') : kept;

function wantedIn({ stated, mirror }: Importing, definition: RegisterDefinition, values: CsvRow['values']): Wanted {
  const { id = '', ...cells } = values;
  const from = mirror === undefined ? {} : { mirror: { ...mirror, id } };
  return { definition, given: { ...stated, id, entry: definition.fromRow(cells), ...from } };
}
