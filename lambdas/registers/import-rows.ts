import { type CsvRow, columnsMisfit, readCsv } from '../domain/csv.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { RegisterDefinition } from '../domain/registers/definition.ts';
import { registers } from '../domain/registers/index.ts';
import { type EntryKeeping, keepEntries, type Wanted } from '../domain/registers/keep-entry.ts';
import type { Keeping } from '../domain/registers/keep-record.ts';
import type { RegisterRecord } from '../domain/registers/record.ts';
import type { Instant } from '../domain/time.ts';

export interface RowOutcome {
  readonly line: number;
  readonly id: string;
  readonly outcome: Outcome<'recorded' | 'as it was'>;
}

/** Who imports, for which site, and where the rows come from when another system is their master. */
export interface Importing extends EntryKeeping {
  readonly stated: Pick<Keeping, 'site' | 'by' | 'why' | 'at' | 'second'>;
  readonly mirror?: { readonly system: string; readonly asOf: Instant } | undefined;
  /** Where they come by themselves. */
  readonly feed?: Keeping['feed'];
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

/**
 * Entries from a CSV file, one in each row. A row that is refused keeps back no other; what is known already changes nothing. Refused
 * as a whole where its columns are not those of the register.
 */
export async function importRows(
  importing: Importing,
  definition: RegisterDefinition,
  text: string,
): Promise<Outcome<readonly RowOutcome[]>> {
  const csv = readCsv(text);
  if (!csv.ok) return refuse('invalid', csv.problem);
  const misfit = columnsMisfit(csv.columns, { needed: ['id'], known: ['id', ...definition.columns] });
  if (misfit !== null) return refuse('invalid', misfit);
  const rows = csv.rows.map(({ line, values, surplus }) => ({
    line,
    surplus,
    ...wantedIn(importing, definition, values),
  }));
  const known = await importing.registers.of(importing.stated.site, definition.register);
  const kept = await keepEntries(importing, rows.filter(isWhole), { known });
  const outcomes = kept.values();
  return ok(
    rows.map((row) => ({
      line: row.line,
      id: row.given.id,
      outcome: isWhole(row) ? said(outcomes.next().value) : surplusOf(row),
    })),
  );
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

function wantedIn(
  { stated, mirror, feed }: Importing,
  definition: RegisterDefinition,
  values: CsvRow['values'],
): Wanted {
  const { id = '', ...cells } = values;
  const from = mirror === undefined ? {} : { mirror: { ...mirror, id } };
  return { definition, given: { ...stated, id, feed, entry: definition.fromRow(cells), ...from } };
}
